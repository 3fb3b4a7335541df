import type { Ctx, Read } from '../kernel/ctx.ts'

export type DemoPerson = { account: string; handle: string; name: string; kind: string; walletIndex: number }

export const demoPeople = (read: Pick<Read, 'sql'>) =>
  read.sql<DemoPerson>(
    `select d.account_id as account, p.handle, p.name, d.kind, d.wallet_index as "walletIndex" from demo_people d join profiles p using (account_id) order by d.place`,
  )
export const findDemoPerson = async (read: Pick<Read, 'sql'>, who: { handle?: string; account?: string | null }) =>
  (
    await read.sql<DemoPerson>(
      `select d.account_id as account, p.handle, p.name, d.kind, d.wallet_index as "walletIndex" from demo_people d join profiles p using (account_id) where p.handle = $1 or d.account_id = $2`,
      [who.handle ?? null, who.account ?? null],
    )
  )[0]

export async function insertDemoPerson(
  ctx: Ctx,
  person: { account: string; walletIndex: number; kind: string; place: number },
): Promise<void> {
  await ctx.sql(`insert into demo_people (account_id, wallet_index, kind, place) values ($1, $2, $3, $4)`, [
    person.account,
    person.walletIndex,
    person.kind,
    person.place,
  ])
}

export type WorldState = { epoch: Date; done: boolean }
/** The world's epoch, set at the very first start; `done` once everything of it is there. */
export async function beginWorld(ctx: Ctx, seed: number): Promise<WorldState> {
  await ctx.sql(`insert into demo_world (seed, epoch) values ($1, $2) on conflict do nothing`, [seed, ctx.now])
  const [row] = await ctx.sql<WorldState>(`select epoch, done from demo_world`)
  return row as WorldState
}
export async function finishWorld(ctx: Ctx): Promise<void> {
  await ctx.sql(`update demo_world set done = true`)
}
/** Forgets a world that a crash left half made. What the chain says stays: it is built on, not repeated. */
export async function clearHalfWorld(ctx: Ctx): Promise<void> {
  await ctx.sql(`truncate accounts, outbox, dead_events, idempotency_keys cascade`)
}

/** Moves the offset forward and the waiting jobs with it; answers the new time. */
export async function moveClock(ctx: Ctx, advanceMs: number): Promise<{ now: Date; offsetMs: number }> {
  const [row] = await ctx.sql<{ offsetMs: number }>(`update demo_clock set offset_ms = offset_ms + $1 returning offset_ms as "offsetMs"`, [
    advanceMs,
  ])
  await ctx.sql(
    `select graphile_worker.reschedule_jobs(array[id], run_at => run_at - $1 * interval '1 millisecond') from graphile_worker.jobs where run_at > now()`,
    [advanceMs],
  )
  const [time] = await ctx.sql<{ now: Date }>(`select app_now() as now`)
  return { now: (time as { now: Date }).now, offsetMs: (row as { offsetMs: number }).offsetMs }
}

const dayLimitWei = 100n * 10n ** 18n
/** Books a faucet payment if the account stays within 100 CORE a day; false otherwise. */
export async function bookFaucet(ctx: Ctx, account: string, amountWei: bigint): Promise<boolean> {
  await ctx.sql(`select 1 from accounts where id = $1 for update`, [account])
  const [sum] = await ctx.sql<{ wei: string }>(
    `select coalesce(sum(amount_wei), 0)::text as wei from faucet_payments where account_id = $1 and at > $2::timestamptz - interval '1 day'`,
    [account, ctx.now],
  )
  if (BigInt(sum?.wei ?? '0') + amountWei > dayLimitWei) return false
  await ctx.sql(`insert into faucet_payments (account_id, at, amount_wei) values ($1, $2, $3)`, [account, ctx.now, amountWei.toString()])
  return true
}
