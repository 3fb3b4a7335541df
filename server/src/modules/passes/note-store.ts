import type { Ctx } from '../../kernel/ctx.ts'

/** A pass of one giver: one note each. */
export type NoteKey = { collection: string; tokenId: string; fromId: string }

const parts = ({ chain }: Ctx, { collection, tokenId, fromId }: NoteKey) => [chain.id, collection, tokenId, fromId]

export async function deleteNote(ctx: Ctx, key: NoteKey): Promise<void> {
  await ctx.sql(`delete from pass_notes where chain_id = $1 and collection = $2 and token_id = $3 and from_id = $4`, parts(ctx, key))
}

/** Keeps the note; one that this giver wrote before for the same pass is replaced. */
export async function keepNote(ctx: Ctx, key: NoteKey, { toId, note }: { toId: string; note: string }): Promise<void> {
  await ctx.sql(
    `insert into pass_notes (chain_id, collection, token_id, from_id, to_id, note, written_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (chain_id, collection, token_id, from_id) do update
       set to_id = excluded.to_id, note = excluded.note, tx_hash = null, written_at = excluded.written_at`,
    [...parts(ctx, key), toId, note, ctx.now],
  )
}

export type NoteQuery = {
  fromId: string | null
  toId: string | null
  tokenId: string
  creatorWallets: readonly string[]
  txHash: string
}

/** Gives the note to the first transfer that asks for it, and again to that same one; null when there is none left. */
export async function takeNote(ctx: Ctx, query: NoteQuery): Promise<string | null> {
  const [row] = await ctx.sql<{ note: string }>(
    `update pass_notes n set tx_hash = $6 from pass_collections c
      where n.chain_id = $1 and n.from_id = $2 and n.to_id = $3 and n.token_id = $4 and (n.tx_hash is null or n.tx_hash = $6)
        and c.chain_id = n.chain_id and c.address = n.collection and c.creator_wallet = any($5) returning n.note`,
    [ctx.chain.id, query.fromId, query.toId, query.tokenId, query.creatorWallets, query.txHash],
  )
  return row?.note ?? null
}
