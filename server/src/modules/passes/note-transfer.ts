import { type Ctx, me } from '../../kernel/ctx.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { walletsOf } from '../accounts/index.ts'
import { accountNamed } from '../profiles/index.ts'
import { problem } from './problems.ts'
import { findToken } from './store.ts'

type Which = { collection: string; tokenId: string }

/** Keeps a word for the receiver of a pass that the actor is about to give away; nothing takes it back. */
export const noteTransfer =
  ({ id: chainId }: Pick<ChainPort, 'id'>) =>
  async (ctx: Ctx, { collection, tokenId, handle, note }: Which & { handle: string; note: string }): Promise<{ note: string }> => {
    const receiver = await accountNamed(ctx, handle)
    const token = await findToken(ctx, chainId, collection, tokenId)
    const wallets = (await walletsOf(ctx, [me(ctx)])).get(me(ctx)) ?? []
    if (!token || !wallets.some(({ address }) => address === token.owner)) throw problem['not-yours']()
    const key = [chainId, collection, tokenId, me(ctx)]
    if (note === '') await ctx.sql(`delete from pass_notes where chain_id = $1 and collection = $2 and token_id = $3 and from_id = $4`, key)
    else
      await ctx.sql(
        `insert into pass_notes (chain_id, collection, token_id, from_id, to_id, note, written_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (chain_id, collection, token_id, from_id) do update
           set to_id = excluded.to_id, note = excluded.note, tx_hash = null, written_at = excluded.written_at`,
        [...key, receiver.id, note, ctx.now],
      )
    return { note }
  }

type Transfer = { creatorId: string; fromId: string | null; toId: string | null; tokenId: string; txHash: string }

/**
 * The word that went with a transfer, for its receiver; null without one. It belongs to the first transfer that asks, so
 * it is told again after a reorg of that one, and never with a later one.
 */
export async function noteWith(ctx: Ctx, chainId: number, transfer: Transfer): Promise<string | null> {
  const { creatorId, fromId, toId, tokenId, txHash } = transfer
  const [row] = await ctx.sql<{ note: string }>(
    `update pass_notes n set tx_hash = $6 from pass_collections c
      where n.chain_id = $1 and n.from_id = $2 and n.to_id = $3 and n.token_id = $4 and (n.tx_hash is null or n.tx_hash = $6)
        and c.chain_id = n.chain_id and c.address = n.collection and c.creator_wallet = any($5) returning n.note`,
    [chainId, fromId, toId, tokenId, ((await walletsOf(ctx, [creatorId])).get(creatorId) ?? []).map(({ address }) => address), txHash],
  )
  return row?.note ?? null
}
