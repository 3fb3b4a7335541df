import type { Ctx, Read } from '../../kernel/ctx.ts'
import { pairKey } from '../../kernel/dataloader.ts'
import { findBlocks, findMutes, lockPair } from './store.ts'

type Sql = Pick<Read, 'sql'>
/** Who might have blocked, and whom; a visitor (null) is blocked by nobody. */
export type Pair = { by: string; whom: string | null }

/** Those of the pairs that stand, as keys of `pairKey(by, whom)`. */
export async function blockedPairs(read: Sql, pairs: readonly Pair[]): Promise<ReadonlySet<string>> {
  const asked = pairs.flatMap(({ by, whom }) => (whom === null || by === whom ? [] : [pairKey(by, whom)]))
  return new Set((await findBlocks(read, asked)).map(({ by, whom }) => pairKey(by, whom)))
}

/** Those of the accounts that have not blocked the actor: to somebody who is blocked, the others are not there. */
export async function notBlocking(read: Read, accounts: readonly string[]): Promise<ReadonlySet<string>> {
  const { actor } = read
  const blocked = await blockedPairs(
    read,
    accounts.map((by) => ({ by, whom: actor })),
  )
  return new Set(accounts.filter((by) => !blocked.has(pairKey(by, actor))))
}

/** Whom of these somebody has blocked, and whom muted; nobody where nobody asks. */
export async function shunnedBy(
  read: Sql,
  by: string | null,
  accounts: readonly string[],
): Promise<{ blocked: ReadonlySet<string>; muted: ReadonlySet<string> }> {
  const keys = by === null ? [] : [...new Set(accounts)].filter((whom) => whom !== by).map((whom) => pairKey(by, whom))
  const [blocked, muted] = await Promise.all([findBlocks(read, keys), findMutes(read, keys)])
  const whoms = (rows: readonly { whom: string }[]) => new Set(rows.map(({ whom }) => whom))
  return { blocked: whoms(blocked), muted: whoms(muted) }
}

/** Blocks between two people that are under way come first, and none begins before this transaction ends. */
export const waitForBlocks = async (ctx: Ctx, a: string, b: string): Promise<void> => void (await lockPair(ctx, a, b))
