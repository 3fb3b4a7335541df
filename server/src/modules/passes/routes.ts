import { claims, passes as contracts, profiles } from '@corefans/shared/contracts/index.ts'
import { LRUCache } from 'lru-cache'
import type { Host } from '../../kernel/host.ts'
import { walletsOf } from '../accounts/index.ts'
import { accountNamed, readProfile } from '../profiles/index.ts'
import { claimPass } from './claims/claim-pass.ts'
import { makeClaimLink } from './claims/make-claim-link.ts'
import { listClaimLinks, readClaim } from './claims/read.ts'
import { revokeClaimLink } from './claims/revoke-claim-link.ts'
import { describeTier } from './describe-tier.ts'
import { listHoldings } from './list-holdings.ts'
import { noteTransfer } from './note-transfer.ts'
import { problem } from './problems.ts'
import { passFacts, promotedTier, tiersOf } from './read.ts'

type Facts = Awaited<ReturnType<typeof passFacts>>

export function routes({ mount }: Host): void {
  // Shown, never decided upon: a second's delay costs nothing and saves three queries a profile.
  const facts = new LRUCache<string, Facts>({ max: 10_000, ttl: 1_000 })
  mount.query(profiles.readProfile, async (read, input) => {
    const { hidesHoldings, ...profile } = await readProfile(read, input)
    const known = facts.get(profile.id) ?? (await passFacts(read, profile.id))
    facts.set(profile.id, known)
    return { ...profile, holders: known.holders, ...(hidesHoldings && !profile.viewer.isSelf ? {} : { holdings: known.holdings }) }
  })
  mount.query(contracts.listTiers, async (read, { handle }) => {
    const { id } = await accountNamed(read, handle)
    return { items: (await tiersOf(read, [id])).get(id) ?? [], nextCursor: null }
  })
  mount.query(contracts.listHoldings, listHoldings)
  mount.query(contracts.promotedTier, promotedTier)
  mount.command(contracts.describeTier, describeTier)
  mount.command(contracts.noteTransfer, noteTransfer)
  mount.query(contracts.findWallet, async (read, { handle }) => {
    const { id } = await accountNamed(read, handle)
    const [wallet] = (await walletsOf(read, [id])).get(id) ?? []
    if (!wallet) throw problem['no-wallet']()
    return { handle, address: wallet.address }
  })
  mount.command(claims.makeClaimLink, makeClaimLink)
  mount.command(claims.revokeClaimLink, revokeClaimLink)
  mount.command(claims.claimPass, claimPass)
  mount.query(claims.listClaimLinks, listClaimLinks)
  mount.query(claims.readClaim, readClaim)
}
