import type { Wire } from './audience.ts'

/** The tallies after one batch of votes, whole. Who voted for what is never in it. */
export type PollTallied = {
  type: 'poll.tallied'
  pollId: string
  subjectId: string
  totalVotes: number
  options: { id: number; votes: number; percent: number }[]
}
export type PollClosed = { type: 'poll.closed'; pollId: string; subjectId: string; ownerId: string }

export const pollsWire = {
  'poll.tallied': [
    {
      topics: ({ pollId }) => [`poll:${pollId}`],
      view: ({ type, pollId, totalVotes, options }) => ({ type, pollId, totalVotes, options }),
    },
  ],
  'poll.closed': [{ topics: ({ pollId }) => [`poll:${pollId}`], view: ({ type, pollId }) => ({ type, pollId }) }],
} satisfies Wire<PollTallied | PollClosed>
