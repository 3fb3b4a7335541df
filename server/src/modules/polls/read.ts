import type { PollView } from '@corefans/shared/contracts/polls.ts'
import { isId } from '@corefans/shared/values/ids.ts'
import type { Read } from '../../kernel/ctx.ts'
import type { Hydrate } from '../../kernel/hydration.ts'
import { judge, mustBeOpen } from '../access/index.ts'
import { activePasses } from '../passes/index.ts'
import { presentPoll } from './present.ts'
import { problem } from './problems.ts'
import { findPolls, findPollsOf, type PollRow } from './store/polls.ts'
import { choicesOf } from './store/votes.ts'

/** The poll of each subject that has one, as the viewer sees it; whoever shows it keeps it from those who may not open the subject. */
export const hydratePolls: Hydrate = async (read, subjects) => {
  const polled = subjects.filter(({ hasPoll }) => hasPoll)
  if (polled.length === 0) return new Map()
  const polls = await findPollsOf(
    read,
    polled.map(({ id }) => id),
  )
  const views = await present(read, polls, new Map(polled.map(({ id, ownerId }) => [id, ownerId])))
  return new Map(polls.map((poll, i) => [poll.subjectId, { open: { poll: views[i] as PollView } }]))
}

export const pollIdsOf = async (read: Read, subjectId: string): Promise<string[]> =>
  (await findPollsOf(read, [subjectId])).map((poll) => poll.id)

/** One poll, if its post is open to the viewer. */
export const readPoll = async (read: Read, { pollId }: { pollId: string }): Promise<PollView> => {
  const [poll] = await findPolls(read, [pollId])
  if (!poll) throw problem.unknown()
  const subject = await mustBeOpen(read, poll.subjectId, problem.unknown)
  const [view] = await present(read, [poll], new Map([[poll.subjectId, subject.ownerId]]))
  return view as PollView
}

/** Tallies of a poll are heard by whoever may open its post. */
export const mayHear = async (read: Read, pollIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const polls = await findPolls(
    read,
    pollIds.filter((id) => isId(id)),
  )
  const judged = await judge(
    read,
    polls.map(({ subjectId }) => ({ viewer: read.actor, subjectId })),
  )
  return new Set(polls.filter((_, i) => judged[i]?.verdict === 'open').map(({ id }) => id))
}

async function present(read: Read, polls: readonly PollRow[], owners: ReadonlyMap<string, string>): Promise<PollView[]> {
  const viewer = read.actor
  if (!viewer) return polls.map((poll) => presentPoll(poll, { account: null, isHolder: false, optionIds: [] }))
  const gated = polls.filter((poll) => poll.holdersOnly).map((poll) => owners.get(poll.subjectId) as string)
  const [choices, passes] = await Promise.all([
    choicesOf(
      read,
      viewer,
      polls.map((poll) => poll.id),
    ),
    gated.length > 0 ? activePasses(read, [viewer], gated) : new Map<string, Set<number>>(),
  ])
  return polls.map((poll) => {
    const owner = owners.get(poll.subjectId)
    return presentPoll(poll, {
      account: viewer,
      isHolder: owner === viewer || passes.has(`${viewer} ${owner}`),
      optionIds: choices.filter((choice) => choice.pollId === poll.id).map((choice) => choice.optionId),
    })
  })
}
