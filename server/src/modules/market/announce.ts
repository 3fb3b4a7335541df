import { fillsBid } from '@corefans/chain/sale-flags.ts'
import { creatorsOf } from '../../kernel/chain-inbox.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { isKnownAsset } from '../../kernel/currency.ts'
import { accountsOfWallets } from '../accounts/index.ts'
import { type BidRow, outbidBy } from './order-store.ts'
import { priceIn } from './present.ts'
import type { SaleRow } from './projection.ts'

/** Nobody is told of what is older than this: a fresh index of an old chain is not news. */
const newsMs = 86_400_000

/** A new offer: its bidder and whoever it asks look again, and for a single pass are told, with whoever it outbids. */
export async function announceOffer(ctx: Ctx, bid: BidRow, askedIds: readonly string[]): Promise<void> {
  const { id: offerId, accountId: bidderId, collection, tokenId, tierId } = bid
  await ctx.emit({ type: 'offer.changed', offerId, accountIds: [...new Set([bidderId, ...askedIds])], change: 'made' })
  if (tokenId === null || tierId === null) return
  const creatorId = (await accountsOfWallets(ctx, [bid.creatorWallet])).get(bid.creatorWallet) ?? null
  const outbidIds = (await outbidBy(ctx, bid)).map(({ accountId }) => accountId)
  const about = { collection, tokenId, tierId, creatorId, price: priceIn(ctx.chain, bid.token, bid.price) }
  await ctx.emit({ type: 'offer.made', offerId, bidderId, askedIds: [...askedIds], outbidIds, ...about })
}

/** Resales: everybody hears that a pass was sold, its two sides what it brought. */
export async function announceSales(ctx: Ctx, sales: readonly SaleRow[]): Promise<void> {
  const news = sales.filter(({ at, token }) => ctx.now.getTime() - at * 1_000 < newsMs && isKnownAsset(ctx.chain, token ?? 'native'))
  if (news.length === 0) return
  const creators = await creatorsOf(ctx, [...new Set(news.map(({ collection }) => collection))])
  const accounts = await accountsOfWallets(ctx, [
    ...new Set([...creators.values(), ...news.flatMap(({ seller, buyer }) => [seller, buyer])]),
  ])
  const accountOf = (wallet: string | undefined) => accounts.get(wallet ?? '') ?? null
  for (const { collection, tokenId, tierId, seller, buyer, price, fee, royalty, token, flags, txHash } of news) {
    const pass = { collection, tokenId, tierId, txHash }
    const net = BigInt(price) - BigInt(fee) - BigInt(royalty)
    await ctx.emit({ type: 'pass.sold', ...pass })
    await ctx.emit({
      ...{ type: 'sale.seen', ...pass, creatorId: accountOf(creators.get(collection)), isOffer: fillsBid(flags) },
      ...{ sellerId: accountOf(seller), buyerId: accountOf(buyer) },
      ...{ price: priceIn(ctx.chain, token, price), net: priceIn(ctx.chain, token, net) },
    })
  }
}
