import type { PollView } from '@corefans/shared/contracts/polls.ts'
import { percentagesOf } from '@corefans/shared/values/percentages.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { accessProblem, type Judged, judgeAndHold } from '../access/index.ts'
import { activePasses } from '../passes/index.ts'
import { outlinePoll, presentPoll } from './present.ts'
import { problem } from './problems.ts'
import { isClosed, whyNotVote } from './rules.ts'
import { findPolls, type PollRow, type PollTerms, termsOf } from './store/polls.ts'
import { moveTallies, replaceChoices, type Step } from './store/votes.ts'

export type VoteItem = { pollId: string; voter: string; optionIds: readonly number[] }
export type VoteOutcome = PollView | Error
type Judgement = { poll: PollTerms; isHolder: boolean } | Error

/**
 * The choices of many voters in one transaction; each answer stands in the order of the items, a refusal as its problem.
 * A choice replaces the voter's earlier one. One domain event per poll carries the whole tallies.
 */
export async function castVotes(ctx: Ctx, items: readonly VoteItem[]): Promise<VoteOutcome[]> {
  const polls = await termsOf(ctx, [...new Set(items.map((item) => item.pollId))])
  const judgements = await judgeAll(ctx, items, polls)
  const stands = items.flatMap((item, i) => {
    const judgement = judgements[i]
    return !judgement || judgement instanceof Error ? [] : [{ ...item, multiple: judgement.poll.multiple }]
  })
  const steps = await replaceChoices(ctx, stands)
  const rows = await tallied(ctx, polls, [...new Set(stands.map(({ pollId }) => pollId))], steps)
  const outlines = new Map([...rows].map(([id, poll]) => [id, outlinePoll(poll)]))
  return items.map((item, i) => {
    const judgement = judgements[i]
    const poll = rows.get(item.pollId)
    if (!judgement || !poll || judgement instanceof Error) return judgement instanceof Error ? judgement : problem.unknown()
    const voter = { account: item.voter, isHolder: judgement.isHolder, optionIds: [...new Set(item.optionIds)].sort() }
    return presentPoll(poll, voter, outlines.get(item.pollId))
  })
}

/** The polls with their votes after these steps; each that moved says so. */
async function tallied(ctx: Ctx, polls: ReadonlyMap<string, PollTerms>, ids: readonly string[], steps: readonly Step[]) {
  const moved = await moveTallies(ctx, steps)
  const unmoved = ids.filter((id) => !moved.has(id))
  const rows = new Map((unmoved.length > 0 ? await findPolls(ctx, unmoved) : []).map((poll) => [poll.id, poll]))
  for (const [id, votes] of moved) {
    const poll = polls.get(id)
    if (!poll) continue
    const options = poll.options.map((option) => ({ ...option, votes: votes.get(option.id) ?? 0 }))
    const row: PollRow = { ...poll, closed: isClosed(poll, ctx.now), options }
    rows.set(id, row)
    await ctx.emit(tallyOf(row))
  }
  return rows
}

/** One person's vote as a plain command: for calls with an Idempotency-Key. */
export async function castOne(ctx: Ctx, input: { pollId: string; optionIds: number[] }): Promise<PollView> {
  const [outcome] = await castVotes(ctx, [{ ...input, voter: me(ctx) }])
  if (!outcome || outcome instanceof Error) throw outcome ?? problem.unknown()
  return outcome
}

async function judgeAll(ctx: Ctx, items: readonly VoteItem[], polls: ReadonlyMap<string, PollTerms>): Promise<Judgement[]> {
  const none = '00000000-0000-0000-0000-000000000000'
  const judged = await judgeAndHold(
    ctx,
    items.map((item) => ({ viewer: item.voter, subjectId: polls.get(item.pollId)?.subjectId ?? none })),
  )
  const isHolder = await holdersAmong(
    ctx,
    items.filter((item) => polls.get(item.pollId)?.holdersOnly),
    judged,
  )
  // Once a poll, not once a voter.
  const ballots = new Map(
    [...polls].map(([id, poll]) => [id, { poll, ballot: { ...poll, optionIds: poll.options.map((option) => option.id) } }]),
  )
  return items.map((item, i) => {
    const asked = ballots.get(item.pollId)
    const { verdict, subject } = judged[i] ?? { verdict: 'hidden', subject: null }
    if (!asked || !subject) return problem.unknown()
    if (verdict === 'locked') return accessProblem.locked()
    const { poll, ballot } = asked
    const holder = isHolder(item.voter, subject.ownerId)
    return whyNotVote(ballot, item.optionIds, { isHolder: holder }, ctx.now) ?? { poll, isHolder: holder }
  })
}

async function holdersAmong(
  ctx: Ctx,
  items: readonly VoteItem[],
  judged: readonly Judged[],
): Promise<(voter: string, owner: string) => boolean> {
  const owners = [...new Set(judged.flatMap(({ subject }) => (subject ? [subject.ownerId] : [])))]
  const passes =
    items.length === 0 ? new Map<string, Set<number>>() : await activePasses(ctx, [...new Set(items.map((item) => item.voter))], owners)
  return (voter, owner) => voter === owner || passes.has(`${voter} ${owner}`)
}

function tallyOf(poll: PollRow) {
  const percent = percentagesOf(poll.options.map((option) => option.votes))
  const options = poll.options.map(({ id, votes }, i) => ({ id, votes, percent: percent[i] ?? 0 }))
  return {
    type: 'poll.tallied' as const,
    pollId: poll.id,
    subjectId: poll.subjectId,
    totalVotes: options.reduce((sum, option) => sum + option.votes, 0),
    options,
  }
}
