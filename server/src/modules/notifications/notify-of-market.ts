import { serialOf } from '@corefans/chain/pass-id.ts'
import type { EventOf } from '@corefans/shared/events/index.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { hidersAmong } from '../profiles/index.ts'
import { notify } from './notify.ts'
import { describe } from './notify-of-passes.ts'
import { words } from './words.ts'

type Event = EventOf<'sale.seen' | 'offer.made'>

/** A resale tells its seller what it brought and its buyer what is theirs; an offer tells whom it asks and whom it outbids. */
export const notifyOfMarket = async (ctx: Ctx, event: Event): Promise<void> => {
  const about = event.creatorId ? await describe(ctx, { ...event, creatorId: event.creatorId }) : null
  const pass = `${about ? `“${about.tier}”` : 'pass'}, no. ${serialOf(BigInt(event.tokenId))}`
  const where = { pass, page: `/market/${event.collection}/${event.tokenId}` }
  if (event.type === 'offer.made') await notifyOfOffer(ctx, event, where)
  else await notifyOfResale(ctx, event, { ...where, by: about ? ` by ${about.creator}` : '', creator: about?.href ?? where.page })
}

type Where = { pass: string; page: string }

async function notifyOfResale(ctx: Ctx, event: EventOf<'sale.seen'>, { pass, page, by, creator }: Where & { by: string; creator: string }) {
  const { sellerId, buyerId, price, net, isOffer, txHash, tokenId } = event
  if (sellerId && sellerId === buyerId) return
  // Whoever hides what they hold is nameless to the other side too.
  const hiders = await hidersAmong(
    ctx,
    [sellerId, buyerId].flatMap((id) => id ?? []),
  )
  const named = (id: string | null) => (id && !hiders.has(id) ? [id] : [])
  const group = `resale ${txHash} ${tokenId}`
  if (sellerId) {
    const actors = named(buyerId)
    const sold = actors.length > 0 ? `bought your ${pass} for ${words(price)}` : `Your ${pass} is sold for ${words(price)}`
    await notify(ctx, { account: sellerId, type: 'sale', group, actors, text: `${sold}; you got ${words(net)}`, excerpt: null, href: page })
  }
  if (!buyerId) return
  const actors = isOffer ? named(sellerId) : []
  const accepted = `${actors.length > 0 ? 'accepted' : 'Accepted:'} your offer of ${words(price)} for ${pass}${by}`
  const text = isOffer ? accepted : `You hold ${pass}${by}, for ${words(price)}`
  await notify(ctx, { account: buyerId, type: 'purchase', group, actors, text, excerpt: null, href: creator })
}

async function notifyOfOffer(ctx: Ctx, event: EventOf<'offer.made'>, { pass, page }: Where): Promise<void> {
  const { bidderId, askedIds, outbidIds, price, collection, tokenId } = event
  const note = { type: 'offer' as const, href: page, excerpt: words(price) }
  const which = `${collection}/${tokenId}`
  // One line a pass, however many offer: its amount is that of the newest.
  for (const account of askedIds)
    await notify(ctx, { ...note, account, group: `offer ${which}`, actors: [bidderId], text: `offered to buy your ${pass}` })
  for (const account of outbidIds)
    await notify(ctx, { ...note, account, group: `outbid ${which}`, actors: [], text: `Somebody offers more than you for ${pass}` })
}
