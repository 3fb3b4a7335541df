import { BID_SCOPES } from '@corefans/chain/orders.ts'
import type { OfferView } from '@corefans/shared/contracts/market.ts'
import { type Ctx, me, type Read, type Transact } from '../../kernel/ctx.ts'
import { accountsOfWallets } from '../accounts/index.ts'
import { findPass, tiersIn } from '../passes/index.ts'
import { announceOffer } from './announce.ts'
import type { AskCover } from './cover.ts'
import { type Cover, keepCovers } from './cover-store.ts'
import { mustStand, placeOf } from './make-order.ts'
import { asksFor, decline, insertOrder, liveBid } from './order-store.ts'
import { problem } from './problems.ts'
import { addressesOf, presentOffers } from './read.ts'
import { type BidWords, bidId, type MakerFacts } from './rules.ts'

/** Makes an offer; for one in a token the chain is asked first what its maker holds and allows. */
export const askAndOffer =
  (askCover: AskCover) =>
  async (read: Read, transact: Transact, words: BidWords): Promise<OfferView> => {
    const [cover] = words.token === null ? [] : await askCover([words.maker])
    return transact(read.caller, (ctx) => makeOffer(ctx, words, cover))
  }

/** Makes an offer by the bidder's signature, covered by the bidder's offer funds, or by tokens held and allowed. */
export const makeOffer = async (ctx: Ctx, words: BidWords, cover?: Cover): Promise<OfferView> => {
  const id = bidId(placeOf(ctx.chain), words)
  const facts = await mustStand(ctx, words, id)
  mustCover(words, facts, cover)
  const target = await targetOf(ctx, words)
  const isNew = (await insertOrder(ctx, me(ctx), { ...orderRow(words, target), id })).length > 0
  if (cover) await keepCovers(ctx, [cover])
  const row = await liveBid(ctx, id)
  const [offer] = row ? await presentOffers(ctx, [row]) : []
  if (!row || !offer) throw problem['order-refused']({ why: 'inactive' })
  if (isNew) await announceOffer(ctx, row, target.asked)
  return offer
}

function mustCover({ token, price }: BidWords, { fundsWei }: MakerFacts, cover: Cover | undefined): void {
  const need = { need: price, asset: token ?? 'native' }
  if (token === null) {
    if (fundsWei < BigInt(price)) throw problem['funds-missing']({ have: fundsWei.toString(), ...need })
    return
  }
  const { balance, allowed } = cover ?? { balance: 0n, allowed: 0n }
  if (balance < BigInt(price) || allowed < BigInt(price))
    throw problem['funds-missing']({ have: balance.toString(), allowed: allowed.toString(), ...need })
}

type Target = { tokenId: string | null; tierId: number | null; asked: string[] }

/** What a bid is for must exist. Of a single pass we know whom it asks. */
async function targetOf(ctx: Ctx, { scope, id, nft }: BidWords): Promise<Target> {
  if (scope === BID_SCOPES.pass) {
    const pass = await findPass(ctx, nft, id)
    if (!pass) throw problem['unknown-pass']()
    return { tokenId: id, tierId: pass.tier.tierId, asked: [...(await accountsOfWallets(ctx, [pass.owner])).values()] }
  }
  const tiers = [...(await tiersIn(ctx, [nft])).values()]
  const isThere = scope === BID_SCOPES.tier ? tiers.some(({ tierId }) => String(tierId) === id) : tiers.length > 0 && id === '0'
  if (!isThere) throw problem['unknown-pass']()
  return { tokenId: null, tierId: scope === BID_SCOPES.tier ? Number(id) : null, asked: [] }
}

const orderRow = (
  { maker, nft, scope, price, token, minExpiry, deadline, nonce, counter, signature }: BidWords,
  { tokenId, tierId }: Target,
) => ({
  ...{ kind: 'bid' as const, maker, collection: nft, scope, tokenId, tierId, moves: null, price, token },
  ...{ minExpiry: String(minExpiry), deadlineS: String(deadline), nonce, counter, signature },
})

/** The actor does not want to see this offer again. Refuses whoever holds no pass that it could take. */
export const declineOffer = async (ctx: Ctx, { offerId }: { offerId: string }): Promise<{ declined: true }> => {
  const bid = await liveBid(ctx, offerId)
  if (!bid) throw problem['offer-inactive']()
  if (!(await asksFor(ctx, offerId, await addressesOf(ctx, me(ctx))))) throw problem['not-asked']()
  await decline(ctx, offerId, me(ctx))
  await ctx.emit({ type: 'offer.changed', offerId, accountIds: [...new Set([me(ctx), bid.accountId])], change: 'declined' })
  return { declined: true }
}
