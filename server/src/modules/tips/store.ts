import { type Ctx, me, type Read } from '../../kernel/ctx.ts'
import { cursorAt, type Place } from '../../kernel/cursor.ts'
import { dataloader } from '../../kernel/dataloader.ts'

type Sql = Pick<Read, 'sql'>
export type IntentRow = { id: string; payerId: string; subjectId: string | null; payeeWallet: string; asset: string; amount: string }
export type TipRow = {
  id: string
  payerId: string | null
  payeeId: string | null
  subjectId: string | null
  asset: string
  gross: string
  fee: string
  credited: boolean
  txHash: string
  block: number
  at: Date
  reversedAt: Date | null
  cursorAt: string
}
export type NewTip = {
  block: string
  hash: string
  tx: string
  position: number
  at: number
  payer: string
  payee: string
  asset: string
  credited: boolean
  gross: string
  fee: string
  payerId: string | null
  payeeId: string | null
  intentId: string | null
  subjectId: string | null
}
const columns = `t.id, t.payer_id as "payerId", t.payee_id as "payeeId", t.subject_id as "subjectId", t.asset, t.gross::text as gross, t.fee::text as fee,
  t.credited, t.tx_hash as "txHash", t.block_number::int as block, t.at, t.reversed_at as "reversedAt", ${cursorAt('t.at')} as "cursorAt"`
const intentColumns = `id, payer_id as "payerId", subject_id as "subjectId", payee_wallet as "payeeWallet", asset, amount::text as amount`

export async function insertIntent(
  ctx: Ctx,
  intent: { payeeId: string; subjectId: string | null; payeeWallet: string; asset: string; amount: string },
): Promise<string> {
  const [row] = await ctx.sql<{ id: string }>(
    `insert into tip_intents (payer_id, payee_id, subject_id, payee_wallet, asset, amount, created_at) values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [me(ctx), intent.payeeId, intent.subjectId, intent.payeeWallet, intent.asset, intent.amount, ctx.now],
  )
  return (row as { id: string }).id
}

/** Promises that no tip has kept yet. */
export const openIntents = (read: Sql, ids: readonly string[]) =>
  read.sql<IntentRow>(
    `select ${intentColumns} from tip_intents i where i.id = any($1) and not exists (select from tips t where t.intent_id = i.id and t.reversed_at is null)`,
    [ids],
  )
export const findIntent = async (read: Sql, id: string) =>
  (await read.sql<IntentRow>(`select ${intentColumns} from tip_intents where id = $1`, [id]))[0]
/** The tip that kept a promise; one that a reorg took back only if no other did. */
export const tipOfIntent = async (read: Sql, id: string) =>
  (
    await read.sql<TipRow>(`select ${columns} from tips t where t.intent_id = $1 order by t.reversed_at nulls first, t.at desc limit 1`, [
      id,
    ])
  )[0]

/** New tips in one statement; one that is known already is left as it is. */
export const insertTips = (ctx: Ctx, chainId: number, tips: readonly NewTip[]) =>
  ctx.sql<TipRow>(
    `insert into tips as t (chain_id, block_number, block_hash, tx_hash, position_in_tx, payer_wallet, payee_wallet, payer_id, payee_id, asset, gross, fee, credited, intent_id, subject_id, at)
     select $1, n.block, n.hash, n.tx, n.position, n.payer, n.payee, n."payerId", n."payeeId", n.asset, n.gross, n.fee, n.credited, n."intentId", n."subjectId", to_timestamp(n.at)
       from jsonb_to_recordset($2::jsonb) as n(block bigint, hash text, tx text, position int, payer text, payee text, "payerId" uuid, "payeeId" uuid, asset text,
            gross numeric, fee numeric, credited boolean, "intentId" uuid, "subjectId" uuid, at bigint)
     on conflict do nothing returning ${columns}`,
    [chainId, JSON.stringify(tips)],
  )

/** Marks the tips of orphaned logs and answers them. */
export const reverseTips = (ctx: Ctx, chainId: number, logs: readonly { txHash: string; positionInTx: number }[]) =>
  ctx.sql<TipRow>(
    `update tips t set reversed_at = $3 from jsonb_to_recordset($2::jsonb) as g("txHash" text, "positionInTx" int)
      where t.chain_id = $1 and t.tx_hash = g."txHash" and t.position_in_tx = g."positionInTx" and t.reversed_at is null returning ${columns}`,
    [chainId, JSON.stringify(logs), ctx.now],
  )

/** Moves the counts of subjects and answers the new ones. */
export async function moveTipCounts(ctx: Ctx, deltas: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const ids = [...deltas.keys()].sort()
  if (ids.length === 0) return new Map()
  const rows = await ctx.sql<{ id: string; tips: number }>(
    `insert into tip_counts as c (subject_id, tips) select s, greatest(d, 0) from unnest($1::uuid[], $2::int[]) as t(s, d)
     on conflict (subject_id) do update set tips = c.tips + ($2::int[])[array_position($1::uuid[], c.subject_id)] returning subject_id as id, tips`,
    [ids, ids.map((id) => deltas.get(id) ?? 0)],
  )
  return new Map(rows.map(({ id, tips }) => [id, tips]))
}
export const countsOf = dataloader<{ id: string; tips: number }>(
  (read, subjects) => read.sql(`select subject_id as id, tips from tip_counts where subject_id = any($1) and tips > 0`, [subjects]),
  (row) => row.id,
)

export type TipsWanted = { side: 'received' | 'given'; place: Place | null; limit: number }
export const tipsOf = (read: Read, account: string, { side, place, limit }: TipsWanted) =>
  read.sql<TipRow>(
    `select ${columns} from tips t where t.${side === 'given' ? 'payer_id' : 'payee_id'} = $1
        and ($2::timestamptz is null or (t.at, t.id) < ($2, $3::uuid)) order by t.at desc, t.id desc limit $4`,
    [account, place?.at ?? null, place?.id ?? null, limit + 1],
  )
