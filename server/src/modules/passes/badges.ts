import type { HolderBadge } from '@corefans/shared/contracts/comments.ts'
import type { Read } from '../../kernel/ctx.ts'
import { hidersAmong } from '../profiles/index.ts'
import { badgesByPair } from './store.ts'

/**
 * What these accounts hold of a creator now, by account; whoever holds nothing, or hides what they hold, is absent. Asked of
 * the tokens at each read, so a badge leaves with the pass.
 */
export async function badgesOf(read: Read, creator: string, accounts: readonly string[]): Promise<ReadonlyMap<string, HolderBadge>> {
  const asked = [...new Set(accounts)].filter((account) => account !== creator)
  const rows = await badgesByPair(
    read,
    asked.map((account) => `${account} ${creator} ${read.chain.id}`),
  )
  const hiders = await hidersAmong(
    read,
    rows.map(({ account }) => account),
  )
  return new Map(rows.flatMap(({ account, tierName, months }) => (hiders.has(account) ? [] : [[account, { tierName, months }]])))
}
