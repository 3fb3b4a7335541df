import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse, serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { me, person } from '../../testing/views.ts'
import { BlockDialog } from './block-dialog.tsx'
import { BlockedList } from './shunned-list.tsx'

const maya = person({ handle: 'maya', name: 'Maya Lin' })

test('SAF-02 the list says whom one has blocked, and the way back is one press', async () => {
  const calls = serve({
    'GET /api/me/blocks': () => ({ items: [{ person: maya, at: '2026-11-01T12:00:00.000Z' }], nextCursor: null }) as never,
    'DELETE /api/blocks/:handle': () => ({ blocks: false }) as never,
  })
  await show(<BlockedList />, { me: me() })
  fireEvent.click(await screen.findByRole('button', { name: 'Unblock Maya Lin' }))
  await waitFor(() => expect(calls).toContainEqual({ route: 'DELETE /api/blocks/:handle', input: { handle: 'maya' } }))
  await waitFor(() => expect(screen.getAllByText('Maya Lin is unblocked').length).toBeGreaterThan(0))
})

test('SAF-02 a block is asked about before it is done, and a refusal is said', async () => {
  const calls = serve({ 'PUT /api/blocks/:handle': () => refuse(429, 'http/too-many', 'Too many changes') })
  await show(<BlockDialog person={maya} onClose={() => undefined} />, { me: me() })
  expect(screen.getByRole('heading', { name: 'Block Maya Lin?' })).toBeTruthy()
  expect(calls).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Block' }))
  await waitFor(() => expect(screen.getAllByText('Too many changes. Nothing was changed.').length).toBeGreaterThan(0))
})
