import type { Ctx, Read } from '../../../kernel/ctx.ts'

/** Whose a handle is now: their own, or kept for them since they left it. For a join on `handles h`. */
export const isHeld = `(h.kept_until is null or h.kept_until > (select app_now()))`

/** Whether a handle is another account's, or kept for another; `account` null is somebody new. */
export const isTaken = async (ctx: Ctx, handle: string, account: string | null): Promise<boolean> =>
  (await ctx.sql(`select 1 from handles h where h.handle = $1 and h.account_id is distinct from $2::uuid and ${isHeld}`, [handle, account]))
    .length > 0

/** How many handles are kept for an account, besides this one. */
export const keptBesides = async (ctx: Ctx, account: string, handle: string): Promise<number> =>
  (
    await ctx.sql<{ n: number }>(
      `select count(*)::int as n from handles h where h.account_id = $1 and h.handle <> $2 and h.kept_until > app_now()`,
      [account, handle],
    )
  )[0]?.n ?? 0

/** The handle of whoever left this one, while it is kept for them. */
export const findSuccessor = async (read: Pick<Read, 'sql'>, handle: string): Promise<string | undefined> =>
  (
    await read.sql<{ handle: string }>(
      `select p.handle from handles h join profiles p using (account_id) where h.handle = $1 and h.kept_until > app_now()`,
      [handle],
    )
  )[0]?.handle
