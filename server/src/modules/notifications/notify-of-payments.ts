import type { EventOf } from '@corefans/shared/events/index.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { excerptFor } from '../posts/index.ts'
import { handleOf } from '../profiles/index.ts'
import { notify } from './notify.ts'
import { words } from './words.ts'

/** A tip tells its payee, each by itself: amounts are not summed up. A tip that a reorg took back tells both sides. */
export async function notifyOfTips(ctx: Ctx, event: EventOf<'tip.seen' | 'tip.reversed'>): Promise<void> {
  const { payeeId, payerId, subjectId, tipId, gross } = event
  const href = subjectId ? `/post/${subjectId}` : '/tips'
  const excerpt = payeeId && subjectId ? await excerptFor(ctx, payeeId, subjectId) : null
  const note = { excerpt, href, actors: payerId ? [payerId] : [] }
  if (event.type === 'tip.reversed') {
    const text = `Payment reverted: the network took back a tip of ${words(gross)}`
    for (const account of [payeeId, payerId].filter((id) => id !== null))
      await notify(ctx, { ...note, account, actors: [], type: 'reversal', group: `reversal ${tipId}`, text, excerpt: null })
    return
  }
  if (!payeeId) return
  const waiting = event.delivered ? '' : '; it waits in the contract for you'
  const text = payerId ? `tipped you ${words(gross)}${waiting}` : `You were tipped ${words(gross)}${waiting}`
  await notify(ctx, { ...note, account: payeeId, type: 'tip', group: `tip ${tipId}`, text })
}

export async function notifyOfPurchases(ctx: Ctx, event: EventOf<'purchase.seen' | 'purchase.reversed'>): Promise<void> {
  const { sellerId, buyerId, subjectId, gross } = event
  const href = `/post/${subjectId}`
  if (event.type === 'purchase.seen') {
    const excerpt = await excerptFor(ctx, sellerId, subjectId)
    const note = { account: sellerId, actors: [buyerId], group: `unlock ${subjectId}`, text: `unlocked your post for ${words(gross)}` }
    return notify(ctx, { ...note, type: 'sale', excerpt, href })
  }
  const text = `Payment reverted: the network took back ${words(gross)}`
  for (const account of [sellerId, buyerId])
    await notify(ctx, { account, actors: [], type: 'reversal', group: `reversal ${buyerId} ${subjectId}`, text, excerpt: null, href })
}

export async function notifyOfInvitation(ctx: Ctx, { accountId, inviterId, role }: EventOf<'team.invited'>): Promise<void> {
  const text = `asked you to join the team of @${await handleOf(ctx, inviterId)} as ${role}`
  await notify(ctx, {
    account: accountId,
    actors: [inviterId],
    type: 'team',
    group: `invited ${inviterId}`,
    text,
    excerpt: null,
    href: '/settings/team',
  })
}
