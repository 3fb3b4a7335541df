import type { EventOf } from '@corefans/shared/events/index.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { excerptFor } from '../posts/index.ts'
import { handleOf } from '../profiles/index.ts'
import { notify } from './notify.ts'
import { words } from './words.ts'

type Paid = EventOf<'payment.settled' | 'payment.reversed'>

/** What a payment is told as, by its purpose; one without words here is told by its own module. */
const tellers: Readonly<Record<string, (ctx: Ctx, event: Paid) => Promise<void>>> = { tip: notifyOfTip, purchase: notifyOfPurchase }

export const notifyOfPayments = async (ctx: Ctx, event: Paid): Promise<void> => tellers[event.purpose]?.(ctx, event)

/** A tip tells its payee, each by itself: amounts are not summed up. A tip that a reorg took back tells both sides. */
async function notifyOfTip(ctx: Ctx, event: Paid): Promise<void> {
  const { payeeId, payerId, subjectId, paymentId, gross } = event
  const href = subjectId ? `/post/${subjectId}` : '/studio/earnings'
  const excerpt = payeeId && subjectId ? await excerptFor(ctx, payeeId, subjectId) : null
  const note = { excerpt, href, actors: payerId ? [payerId] : [] }
  if (event.type === 'payment.reversed') {
    const text = `Payment reverted: the network took back a tip of ${words(gross)}`
    for (const account of [payeeId, payerId].filter((id) => id !== null))
      await notify(ctx, { ...note, account, actors: [], type: 'reversal', group: `reversal ${paymentId}`, text, excerpt: null })
    return
  }
  if (!payeeId) return
  const waiting = event.delivered ? '' : '; it waits in the contract for you'
  const text = payerId ? `tipped you ${words(gross)}${waiting}` : `You were tipped ${words(gross)}${waiting}`
  await notify(ctx, { ...note, account: payeeId, type: 'tip', group: `tip ${paymentId}`, text })
}

async function notifyOfPurchase(ctx: Ctx, { type, subjectId, promise, gross }: Paid): Promise<void> {
  if (!subjectId || !promise) return
  const { payerId: buyer, payeeId: seller } = promise
  const href = `/post/${subjectId}`
  if (type === 'payment.settled') {
    const excerpt = await excerptFor(ctx, seller, subjectId)
    const note = { account: seller, actors: [buyer], group: `unlock ${subjectId}`, text: `unlocked your post for ${words(gross)}` }
    return notify(ctx, { ...note, type: 'sale', excerpt, href })
  }
  const text = `Payment reverted: the network took back ${words(gross)}`
  for (const account of [seller, buyer])
    await notify(ctx, { account, actors: [], type: 'reversal', group: `reversal ${buyer} ${subjectId}`, text, excerpt: null, href })
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
    href: '/studio/team',
  })
}
