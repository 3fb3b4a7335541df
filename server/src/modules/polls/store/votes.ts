import type { Ctx, Read } from '../../../kernel/ctx.ts'
import { dataloader, pairKey, pairsOf } from '../../../kernel/dataloader.ts'

export type Choice = { pollId: string; voter: string; optionIds: readonly number[]; multiple: boolean }
/** One step of one tally. */
export type Step = { pollId: string; optionId: number; votes: number }

/**
 * Replaces the choices of many voters and answers how the tallies must move, from the rows that really changed:
 * PostgreSQL 18 returns the old row beside the new one, so a change of mind is one upsert.
 */
export async function replaceChoices(ctx: Ctx, choices: readonly Choice[]): Promise<Step[]> {
  const rows = choices.flatMap(({ pollId, voter, optionIds, multiple }) =>
    [...new Set(optionIds)].map((option) => ({ pollId, voter, option, slot: multiple ? option : 0 })),
  )
  // A single choice that is made again overwrites its slot below; only the others leave slots to empty.
  const emptying = choices.filter((choice) => choice.multiple || choice.optionIds.length === 0)
  const dropped = emptying.length === 0 ? [] : await emptySlots(ctx, emptying)
  const written = await ctx.sql<{ pollId: string; was: number | null; is: number }>(
    `insert into poll_votes as v (poll_id, voter_id, slot, option_id, at)
     select p, a, s, o, $5 from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::smallint[]) as t(p, a, s, o)
     on conflict (poll_id, voter_id, slot) do update set option_id = excluded.option_id, at = excluded.at where v.option_id <> excluded.option_id
     returning new.poll_id as "pollId", old.option_id as was, new.option_id as is`,
    [rows.map((r) => r.pollId), rows.map((r) => r.voter), rows.map((r) => r.slot), rows.map((r) => r.option), ctx.now],
  )
  const lost = [...dropped, ...written].flatMap(({ pollId, was }) => (was === null ? [] : [{ pollId, optionId: was, votes: -1 }]))
  return summed([...lost, ...written.map(({ pollId, is }) => ({ pollId, optionId: is, votes: 1 }))])
}

const emptySlots = (ctx: Ctx, choices: readonly Choice[]) =>
  ctx.sql<{ pollId: string; was: number }>(
    `delete from poll_votes v using jsonb_to_recordset($1::jsonb) as c(poll uuid, voter uuid, slots smallint[])
      where v.poll_id = c.poll and v.voter_id = c.voter and not v.slot = any(c.slots) returning v.poll_id as "pollId", v.option_id as was`,
    [JSON.stringify(choices.map(({ pollId, voter, optionIds, multiple }) => ({ poll: pollId, voter, slots: multiple ? optionIds : [] })))],
  )

function summed(steps: readonly Step[]): Step[] {
  const sums = new Map<string, Step>()
  for (const step of steps) {
    const key = `${step.pollId} ${step.optionId}`
    sums.set(key, { ...step, votes: step.votes + (sums.get(key)?.votes ?? 0) })
  }
  return [...sums.values()].filter((step) => step.votes !== 0)
}

/** Moves tallies and answers all of each poll that moved; rows are locked in one order, so what is answered stands until the commit. */
export async function moveTallies(ctx: Ctx, steps: readonly Step[]): Promise<Map<string, Map<number, number>>> {
  const tallies = new Map<string, Map<number, number>>()
  if (steps.length === 0) return tallies
  const rows = await ctx.sql<{ pollId: string; optionId: number; votes: number }>(
    `with step as (select p, o, d from unnest($1::uuid[], $2::smallint[], $3::int[]) as t(p, o, d)),
          locked as materialized (select poll_id, option_id, votes from poll_tallies where poll_id = any($1) order by poll_id, option_id for update),
          moved as (update poll_tallies t set votes = t.votes + step.d from step, locked
                     where t.poll_id = step.p and t.option_id = step.o and locked.poll_id = step.p and locked.option_id = step.o
                 returning t.poll_id, t.option_id, t.votes)
     select l.poll_id as "pollId", l.option_id as "optionId", coalesce(m.votes, l.votes) as votes from locked l left join moved m using (poll_id, option_id)`,
    [steps.map((s) => s.pollId), steps.map((s) => s.optionId), steps.map((s) => s.votes)],
  )
  for (const { pollId, optionId, votes } of rows)
    tallies.set(pollId, (tallies.get(pollId) ?? new Map<number, number>()).set(optionId, votes))
  return tallies
}

const choicesByPair = dataloader<{ pollId: string; voter: string; optionId: number }>(
  (read, pairs) =>
    read.sql(
      `select poll_id as "pollId", voter_id as voter, option_id as "optionId" from poll_votes
         join unnest($1::uuid[], $2::uuid[]) as t(v, p) on voter_id = v and poll_id = p order by option_id`,
      pairsOf(pairs),
    ),
  (row) => pairKey(row.voter, row.pollId),
)
export const choicesOf = (read: Read, voter: string, polls: readonly string[]) =>
  choicesByPair(
    read,
    polls.map((poll) => pairKey(voter, poll)),
  )
