import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { show } from '../../testing/show.tsx'
import { emptyPoll, PollEditor, type PollShape, toPollDraft, whyNotPoll } from './poll-editor.tsx'

const drafts: PollShape[] = []
const onRemove = vi.fn()
function Owner({ first = emptyPoll }: { first?: PollShape }) {
  const [poll, setPoll] = useState(first)
  drafts.push(poll)
  return <PollEditor poll={poll} onChange={setPoll} onRemove={onRemove} />
}
const now = () => drafts.at(-1) as PollShape
const options = () => screen.getAllByRole('textbox').map((input) => (input as HTMLInputElement).value)

test('a poll begins with two options, which cannot be fewer, and grows to six', async () => {
  await show(<Owner />)
  expect(options()).toEqual(['', ''])
  expect(screen.queryByRole('button', { name: /^Remove option/ })).toBeNull()
  const add = screen.getByRole('button', { name: 'Add option' }) as HTMLButtonElement
  for (let nth = 3; nth <= 6; nth++) fireEvent.click(add)
  expect([options().length, add.disabled]).toEqual([6, true])
})

test('an option is changed and removed by its own number', async () => {
  await show(<Owner first={{ ...emptyPoll, options: ['A', 'B', 'C'] }} />)
  fireEvent.change(screen.getByLabelText('Option 2'), { target: { value: 'Blue' } })
  fireEvent.click(screen.getByRole('button', { name: 'Remove option 1' }))
  expect(options()).toEqual(['Blue', 'C'])
})

test('how long it is open, who votes and how often are kept with the draft', async () => {
  await show(<Owner />)
  fireEvent.change(screen.getByLabelText('Ends after'), { target: { value: 'null' } })
  fireEvent.click(screen.getByRole('switch', { name: 'Several choices' }))
  fireEvent.click(screen.getByRole('switch', { name: 'Only pass holders vote' }))
  expect([now().durationMs, now().multiple, now().holdersOnly]).toEqual([null, true, true])
  fireEvent.change(screen.getByLabelText('Ends after'), { target: { value: '3600000' } })
  expect(now().durationMs).toBe(3_600_000)
})

test('a poll can be taken out of the post again', async () => {
  await show(<Owner />)
  fireEvent.click(screen.getByRole('button', { name: 'Remove poll' }))
  expect(onRemove).toHaveBeenCalledOnce()
})

test('options of nothing but spaces are none, and fewer than two cannot be published', () => {
  expect(whyNotPoll({ ...emptyPoll, options: ['Blue', '   '] })).toBe('A poll needs two options')
  expect(whyNotPoll({ ...emptyPoll, options: ['Blue', ' Red '] })).toBeNull()
  expect(toPollDraft({ ...emptyPoll, options: ['Blue', '', ' Red '] }).options).toEqual(['Blue', 'Red'])
})
