import type { EventOf } from '@corefans/shared/events/index.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { noteWith, tiersOf } from '../passes/index.ts'
import { peopleOf } from '../profiles/index.ts'
import { notify } from './notify.ts'

type Event = EventOf<'pass.minted' | 'pass.transferred' | 'pass.used'>
type About = { tier: string; creator: string; href: string }

/** A sale tells its creator and its buyer; a gift tells who received; a use tells its creator. What the market moved, the market tells. */
export const notifyOfPasses = async (ctx: Ctx, event: Event): Promise<void> => {
  const about = await describe(ctx, event)
  if (event.type === 'pass.minted') await notifyOfSale(ctx, event, about)
  else if (event.type === 'pass.used') await notifyOfUse(ctx, event, about)
  else await notifyOfTransfer(ctx, event, { ...about, note: await noteWith(ctx, event) })
}

/** The names of a pass, and where its creator is. */
export async function describe(ctx: Ctx, { creatorId, tierId }: { creatorId: string; tierId: number }): Promise<About> {
  const tiers = (await tiersOf(ctx, [creatorId])).get(creatorId) ?? []
  const creator = (await peopleOf(ctx, [creatorId])).get(creatorId)
  const tier = tiers.find((row) => row.tierId === tierId)?.name ?? 'pass'
  return { tier, creator: creator?.name ?? 'somebody', href: `/@${creator?.handle ?? ''}` }
}

async function notifyOfSale(ctx: Ctx, event: EventOf<'pass.minted'>, { tier, creator, href }: About): Promise<void> {
  const { creatorId, buyerId, tierId, tokenId } = event
  if (!buyerId || buyerId === creatorId) return
  const note = { excerpt: null, text: `bought your pass “${tier}”`, href: '/studio/passes' }
  await notify(ctx, { ...note, account: creatorId, type: 'sale', group: `sale ${tierId}`, actors: [buyerId] })
  const held = { excerpt: null, text: `You hold “${tier}” by ${creator}`, href }
  await notify(ctx, { ...held, account: buyerId, type: 'purchase', group: `purchase ${creatorId} ${tokenId}`, actors: [] })
}

async function notifyOfTransfer(ctx: Ctx, event: EventOf<'pass.transferred'>, about: About & { note: string | null }): Promise<void> {
  const { fromId, toId, txHash, isSale } = event
  if (!toId || toId === fromId || isSale) return
  const { tier, creator, href, note } = about
  const text = `${fromId ? 'sent you' : 'You received'} the pass “${tier}” by ${creator}`
  const told = { excerpt: note, text, href, account: toId, type: 'transfer' as const }
  await notify(ctx, { ...told, group: `transfer ${txHash}`, actors: fromId ? [fromId] : [] })
}

async function notifyOfUse(ctx: Ctx, event: EventOf<'pass.used'>, { tier }: About): Promise<void> {
  const { creatorId, ownerId, tokenId } = event
  const told = { excerpt: null, text: `${ownerId ? 'used their' : 'Somebody used a'} pass “${tier}”`, href: '/studio/passes' }
  await notify(ctx, { ...told, account: creatorId, type: 'transfer', group: `used ${tokenId}`, actors: ownerId ? [ownerId] : [] })
}
