import { BID_SCOPES } from '@corefans/chain/orders.ts'
import type { OfferView } from '@corefans/shared/contracts/market.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { accountsOfWallets } from '../accounts/index.ts'
import { findPass, tiersIn } from '../passes/index.ts'
import { mustStand, placeOf } from './make-order.ts'
import { decline, insertOrder, liveBid } from './order-store.ts'
import { problem } from './problems.ts'
import { presentOffers } from './read.ts'
import { type BidWords, bidId } from './rules.ts'

/** Makes an offer by the bidder's signature, covered by the bidder's offer funds. */
export const makeOffer =
  (chain: ChainPort) =>
  async (ctx: Ctx, words: BidWords): Promise<OfferView> => {
    const id = bidId(placeOf(chain), words)
    const { fundsWei } = await mustStand(ctx, chain, words, id)
    if (fundsWei < BigInt(words.price)) throw problem['funds-missing']({ haveWei: fundsWei.toString(), needWei: words.price })
    const target = await targetOf(ctx, chain, words)
    const isNew = (await insertOrder(ctx, me(ctx), { ...orderRow(words, target), id, chainId: chain.id })).length > 0
    const row = await liveBid(ctx, chain.id, id)
    const [offer] = row ? await presentOffers(ctx, chain, [row]) : []
    if (!offer) throw problem['order-refused']({ why: 'inactive' })
    if (isNew) await ctx.emit({ type: 'offer.changed', offerId: id, accountIds: [...new Set([me(ctx), ...target.asked])], change: 'made' })
    return offer
  }

type Target = { tokenId: string | null; tierId: number | null; asked: string[] }

/** What a bid is for must exist. Of a single pass we know whom it asks. */
async function targetOf(ctx: Ctx, chain: ChainPort, { scope, id, nft }: BidWords): Promise<Target> {
  if (scope === BID_SCOPES.pass) {
    const pass = await findPass(ctx, chain, nft, id)
    if (!pass) throw problem['unknown-pass']()
    return { tokenId: id, tierId: pass.tier.tierId, asked: [...(await accountsOfWallets(ctx, [pass.owner])).values()] }
  }
  const tiers = [...(await tiersIn(ctx, chain, [nft])).values()]
  const isThere = scope === BID_SCOPES.tier ? tiers.some(({ tierId }) => String(tierId) === id) : tiers.length > 0 && id === '0'
  if (!isThere) throw problem['unknown-pass']()
  return { tokenId: null, tierId: scope === BID_SCOPES.tier ? Number(id) : null, asked: [] }
}

const orderRow = ({ maker, nft, scope, price, minExpiry, deadline, nonce, counter, signature }: BidWords, { tokenId, tierId }: Target) => ({
  ...{ kind: 'bid' as const, maker, collection: nft, scope, tokenId, tierId, moves: null, price },
  ...{ minExpiry: String(minExpiry), deadlineS: String(deadline), nonce, counter, signature },
})

/** The actor does not want to see this offer again. */
export const declineOffer =
  (chain: ChainPort) =>
  async (ctx: Ctx, { offerId }: { offerId: string }): Promise<{ declined: true }> => {
    const bid = await liveBid(ctx, chain.id, offerId)
    if (!bid) throw problem['offer-inactive']()
    await decline(ctx, offerId, me(ctx))
    await ctx.emit({ type: 'offer.changed', offerId, accountIds: [...new Set([me(ctx), bid.accountId])], change: 'declined' })
    return { declined: true }
  }
