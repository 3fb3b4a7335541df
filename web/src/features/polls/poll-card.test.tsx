import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { joining } from '../../lib/joining.ts'
import { refuse, serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { me, poll } from '../../testing/views.ts'
import { PollCard } from './poll-card.tsx'
import { handlePollClosedEvent, handlePollTalliedEvent } from './votes.ts'

const radio = (name: RegExp) => screen.getByRole('radio', { name })
const tally = (blue: number, red: number) => ({
  totalVotes: blue + red,
  options: [
    { id: 1, votes: blue, percent: Math.round((100 * blue) / (blue + red)) },
    { id: 2, votes: red, percent: Math.round((100 * red) / (blue + red)) },
  ],
})

test('a poll of one choice is a group of radio buttons named by its question', async () => {
  await show(<PollCard poll={poll()} question="Which colour?" />, { me: me() })
  const group = screen.getByRole('radiogroup', { name: 'Poll: Which colour?' })
  expect(
    within(group)
      .getAllByRole('radio')
      .map((option) => option.textContent),
  ).toEqual(['Blue75%', 'Red25%'])
  expect(screen.getByText('Live results')).toBeTruthy()
  expect(screen.getByText('4 votes')).toBeTruthy()
})

test('a vote is shown at once, and becomes what the server counted', async () => {
  const it = poll()
  const calls = serve({
    'POST /api/polls/:pollId/votes': () => ({ ...it, ...{ totalVotes: 6 }, viewer: { optionIds: [2], mayVote: true, whyNot: null } }),
  })
  await show(<PollCard poll={it} question="" />, { me: me() })
  fireEvent.click(radio(/Red/))
  expect(radio(/Red/).getAttribute('aria-checked')).toBe('true')
  await waitFor(() => expect(screen.getByText('6 votes')).toBeTruthy())
  expect(calls).toEqual([{ route: 'POST /api/polls/:pollId/votes', input: { optionIds: [2], pollId: it.id } }])
})

test('a vote that the server refuses is taken back, with the reason', async () => {
  serve({ 'POST /api/polls/:pollId/votes': () => refuse(403, 'polls/closed', 'This poll is closed') })
  await show(<PollCard poll={poll()} question="" />, { me: me() })
  fireEvent.click(radio(/Blue/))
  await waitFor(() => expect(radio(/Blue/).getAttribute('aria-checked')).toBe('false'))
  expect(screen.getAllByText(/Your vote was not counted/).length).toBeGreaterThan(0)
})

test('the chosen option of a single choice is no toggle; taking the vote back is a button of its own', async () => {
  const it = poll({ viewer: { optionIds: [1], mayVote: true, whyNot: null } })
  const calls = serve({ 'POST /api/polls/:pollId/votes': () => ({ ...it, viewer: { optionIds: [], mayVote: true, whyNot: null } }) })
  await show(<PollCard poll={it} question="" />, { me: me() })
  fireEvent.click(radio(/Blue/))
  expect(calls).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Take my vote back' }))
  await waitFor(() => expect(calls.map(({ input }) => input['optionIds'])).toEqual([[]]))
})

test('where several may be chosen, options are check boxes and add up', async () => {
  const it = poll({ multiple: true, viewer: { optionIds: [1], mayVote: true, whyNot: null } })
  const calls = serve({ 'POST /api/polls/:pollId/votes': () => ({ ...it, viewer: { optionIds: [1, 2], mayVote: true, whyNot: null } }) })
  await show(<PollCard poll={it} question="" />, { me: me() })
  fireEvent.click(screen.getByRole('checkbox', { name: /Red/ }))
  await waitFor(() => expect(calls.map(({ input }) => input['optionIds'])).toEqual([[1, 2]]))
  expect(screen.getByText('Choose any')).toBeTruthy()
})

test('M17 whoever may not vote changes nothing, and a visitor is asked to join, in place', async () => {
  const calls = serve({})
  const { again } = await show(<PollCard poll={poll({ viewer: { optionIds: [], mayVote: false, whyNot: 'holders-only' } })} question="" />)
  expect(radio(/Blue/).getAttribute('aria-disabled')).toBe('true')
  fireEvent.click(radio(/Blue/))
  const it = poll({ viewer: { optionIds: [], mayVote: false, whyNot: 'signed-out' } })
  await again(<PollCard poll={it} question="" />)
  fireEvent.click(radio(/Blue/))
  expect([calls, joining.get()]).toEqual([[], { to: 'vote', act: { does: 'vote', pollId: it.id, optionIds: [1] } }])
})

test('arrow keys move between options and turn at the ends; only one option is a stop of the tab key', async () => {
  await show(<PollCard poll={poll()} question="" />, { me: me() })
  expect([radio(/Blue/).tabIndex, radio(/Red/).tabIndex]).toEqual([0, -1])
  radio(/Blue/).focus()
  fireEvent.keyDown(radio(/Blue/), { key: 'ArrowDown' })
  expect(document.activeElement).toBe(radio(/Red/))
  fireEvent.keyDown(radio(/Red/), { key: 'ArrowRight' })
  expect(document.activeElement).toBe(radio(/Blue/))
  fireEvent.keyDown(radio(/Blue/), { key: 'ArrowUp' })
  expect(document.activeElement).toBe(radio(/Red/))
})

test('new sums move the bars of an open card; what this person chose stays', async () => {
  const it = poll({ viewer: { optionIds: [1], mayVote: true, whyNot: null } })
  await show(<PollCard poll={it} question="" />, { me: me() })
  act(() => handlePollTalliedEvent(it.id, tally(1, 3)))
  expect(radio(/Blue/).textContent).toBe('Blue25%')
  expect(radio(/Blue/).getAttribute('aria-checked')).toBe('true')
  expect(screen.getByText('4 votes')).toBeTruthy()
})

test('a poll that closes while it is looked at takes no vote any more', async () => {
  const it = poll()
  const calls = serve({})
  await show(<PollCard poll={it} question="" />, { me: me() })
  act(() => handlePollClosedEvent(it.id))
  expect(screen.getByText('Final results')).toBeTruthy()
  fireEvent.click(radio(/Blue/))
  expect(calls).toEqual([])
})
