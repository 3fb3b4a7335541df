import { type Ctx, me } from '../../kernel/ctx.ts'
import { walletsOf } from '../accounts/index.ts'
import { accountNamed } from '../profiles/index.ts'
import { deleteNote, keepNote, takeNote } from './note-store.ts'
import { problem } from './problems.ts'
import { findToken } from './store.ts'

type Which = { collection: string; tokenId: string }

/** Keeps a word for the receiver of a pass that the actor is about to give away; nothing takes it back. */
export const noteTransfer = async (
  ctx: Ctx,
  { collection, tokenId, handle, note }: Which & { handle: string; note: string },
): Promise<{ note: string }> => {
  const receiver = await accountNamed(ctx, handle)
  const token = await findToken(ctx, collection, tokenId)
  const wallets = (await walletsOf(ctx, [me(ctx)])).get(me(ctx)) ?? []
  if (!token || !wallets.some(({ address }) => address === token.owner)) throw problem['not-yours']()
  const key = { collection, tokenId, fromId: me(ctx) }
  if (note === '') await deleteNote(ctx, key)
  else await keepNote(ctx, key, { toId: receiver.id, note })
  return { note }
}

type Transfer = { creatorId: string; fromId: string | null; toId: string | null; tokenId: string; txHash: string }

/**
 * The word that went with a transfer, for its receiver; null without one. It belongs to the first transfer that asks, so
 * it is told again after a reorg of that one, and never with a later one.
 */
export async function noteWith(ctx: Ctx, transfer: Transfer): Promise<string | null> {
  const { creatorId, fromId, toId, tokenId, txHash } = transfer
  const creatorWallets = ((await walletsOf(ctx, [creatorId])).get(creatorId) ?? []).map(({ address }) => address)
  return takeNote(ctx, { fromId, toId, tokenId, creatorWallets, txHash })
}
