import type { ListingView } from '@corefans/shared/contracts/market.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { findPass } from '../passes/index.ts'
import { mustStand, placeOf } from './make-order.ts'
import { fillableAsks, insertOrder, liveAsksBy, lockPass, replaceAsks } from './order-store.ts'
import { problem } from './problems.ts'
import { presentListings } from './read.ts'
import { type AskWords, askId, whyNotAsk } from './rules.ts'

/** Puts a pass up for sale by its owner's signature, or gives its listing another price. */
export const listPass = async (ctx: Ctx, words: AskWords): Promise<ListingView> => {
  const id = askId(placeOf(ctx.chain), words)
  await mustStand(ctx, words, id)
  const which = { collection: words.nft, tokenId: words.tokenId }
  const pass = await findPass(ctx, which.collection, which.tokenId)
  if (!pass) throw problem['unknown-pass']()
  const expiresAtS = pass.expiresAt === null ? null : BigInt(Math.floor(Date.parse(pass.expiresAt) / 1_000))
  const why = whyNotAsk(words, { ...pass, expiresAtS })
  if (why) throw problem['order-refused']({ why })
  await lockPass(ctx, which)
  const before = (await fillableAsks(ctx, which)).filter((ask) => ask.id !== id)
  const cheaper = before.filter(({ price, token }) => token !== words.token || BigInt(price) < BigInt(words.price))
  // Whoever kept the cheaper signature, or one in another coin, could fill it behind this listing's back.
  if (cheaper.length > 0) throw problem['cancel-first']({ nonces: cheaper.map(({ nonce }) => nonce) })
  const isNew = (await insertOrder(ctx, me(ctx), { ...orderRow(words), id })).length > 0
  const replaced = await replaceAsks(ctx, { id, ...which })
  const [listing] = await presentListings(ctx, await liveAsksBy(ctx, { ids: [id] }))
  if (!listing) throw problem['order-refused']({ why: 'inactive' })
  if (isNew)
    await ctx.emit({
      ...{ type: 'listing.changed', listingId: id, ...which, tierId: pass.tier.tierId },
      ...{ change: replaced.length > 0 ? 'repriced' : 'listed', price: words.price, token: words.token },
    })
  return listing
}

const orderRow = ({ maker, nft, tokenId, moves, price, token, minExpiry, deadline, nonce, counter, signature }: AskWords) => ({
  ...{ kind: 'ask' as const, maker, collection: nft, scope: 0, tokenId, tierId: Number(BigInt(tokenId) >> 32n), moves, price, token },
  ...{ minExpiry: String(minExpiry), deadlineS: String(deadline), nonce, counter, signature },
})
