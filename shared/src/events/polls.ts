/** The tallies after one batch of votes, whole. Who voted for what is never in it. */
export type PollTallied = {
  type: 'poll.tallied'
  pollId: string
  subjectId: string
  totalVotes: number
  options: { id: number; votes: number; percent: number }[]
}
export type PollClosed = { type: 'poll.closed'; pollId: string; subjectId: string; ownerId: string }
