import type { ClaimLinkView, ClaimView } from '@corefans/shared/contracts/claims.ts'
import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { maskOf, stateOf } from './rules.ts'
import type { LinkRow } from './store.ts'

const common = (row: LinkRow, tier: TierView, now: Date) => ({
  ...{ id: row.id, greeting: row.greeting, until: row.deadline.toISOString() },
  price: { ...tier.price, amount: row.price },
  state: stateOf(row, { now, isSoldOut: tier.soldOut }),
})

export const presentLink = (row: LinkRow, tier: TierView, now: Date): ClaimLinkView => ({
  ...common(row, tier, now),
  ...{ collection: row.collection, tierId: row.tierId, tierName: tier.name, uses: row.uses, used: row.used },
  ...{ loose: row.loose.length, word: row.word, mask: maskOf(row.word, row.loose).toString(), createdAt: row.createdAt.toISOString() },
})

export const presentClaim = (row: LinkRow, tier: TierView, now: Date, viewer: ClaimView['viewer']): ClaimView => ({
  ...common(row, tier, now),
  ...{ tier, viewer },
})
