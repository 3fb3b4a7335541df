import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, test, vi } from 'vitest'
import { fetchFailed } from '../lib/fetched.ts'
import { page } from '../lib/page.tsx'
import { show } from '../testing/show.tsx'
import { part } from './part.tsx'

const Hello = ({ to }: { to: string }) => <p>Hello {to}</p>
const Panel = ({ onClose: _ }: { onClose: () => void }) => null
const missing = () => new TypeError('Failed to fetch dynamically imported module')
/** A module that the network brings at the given attempt. */
const broughtAt = (attempt: number) => {
  const load = vi.fn(async () => {
    if (load.mock.calls.length < attempt) throw missing()
    return { Hello }
  })
  return load
}
const shown = (Of: ReturnType<typeof part<{ Hello: typeof Hello }, 'Hello'>>) =>
  show(
    <Suspense fallback="One moment">
      <Of to="Maya" />
    </Suspense>,
  )

test('UXP-06 a part that did not come says so in its place, and Try again brings it', async () => {
  const load = broughtAt(2)
  await shown(part(load, 'Hello'))
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('This part of the page did not arrive'))
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.getByText('Hello Maya')).toBeTruthy())
  expect(load).toHaveBeenCalledTimes(2)
})

test('UXP-06 with the network it comes by itself', async () => {
  await shown(part(broughtAt(2), 'Hello'))
  await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy())
  await act(async () => void window.dispatchEvent(new Event('online')))
  await waitFor(() => expect(screen.getByText('Hello Maya')).toBeTruthy())
})

test('a dialog that did not come can be closed', async () => {
  const onClose = vi.fn()
  const Late = part<{ Panel: typeof Panel }, 'Panel'>(async () => {
    throw missing()
  }, 'Panel')
  await show(
    <Suspense>
      <Late onClose={onClose} />
    </Suspense>,
  )
  await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy())
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(onClose).toHaveBeenCalledTimes(1)
})

test('a page is asked for once, and again after it failed', async () => {
  const load = broughtAt(2)
  const Late = page(load, 'Hello')
  await Promise.all([Late.preload?.(), Late.preload?.()])
  expect(load).toHaveBeenCalledTimes(1)
  await fetchFailed()
  await Late.preload?.()
  expect(load).toHaveBeenCalledTimes(2)
  await shown(Late as never)
  expect(screen.getByText('Hello Maya')).toBeTruthy()
})
