import type { Ctx, Read } from '../../kernel/ctx.ts'
import { cursorAt, type Place } from '../../kernel/cursor.ts'

type Sql = Pick<Read, 'sql'>
export type InvoiceRow = {
  id: string
  buyerId: string
  sellerId: string
  subjectId: string
  payeeWallet: string
  asset: string
  amount: string
  nonce: string
}
export type NewPurchase = {
  block: string
  hash: string
  tx: string
  position: number
  at: number
  payer: string
  ref: string
  asset: string
  gross: string
  fee: string
  invoiceId: string
  buyerId: string
  sellerId: string
  subjectId: string
}
export type PurchaseRow = {
  id: string
  buyerId: string
  sellerId: string
  subjectId: string
  asset: string
  gross: string
  fee: string
  txHash: string
  block: number
  at: Date
  reversedAt: Date | null
  cursorAt: string
}
const invoiceColumns = `i.id, i.buyer_id as "buyerId", i.seller_id as "sellerId", i.subject_id as "subjectId", i.payee_wallet as "payeeWallet", i.asset, i.amount::text as amount, i.nonce::text as nonce`
const columns = `p.id, p.buyer_id as "buyerId", p.seller_id as "sellerId", p.subject_id as "subjectId", p.asset, p.gross::text as gross, p.fee::text as fee,
  p.tx_hash as "txHash", p.block_number::int as block, p.at, p.reversed_at as "reversedAt", ${cursorAt('p.at')} as "cursorAt"`
const unpaid = `not exists (select from purchases p where p.invoice_id = i.id and p.reversed_at is null)`

export const openInvoices = (read: Sql, ids: readonly string[]) =>
  read.sql<InvoiceRow>(`select ${invoiceColumns} from purchase_invoices i where i.id = any($1) and ${unpaid}`, [ids])

/** The buyer's unpaid invoice on exactly these terms, if there is one: asking twice must not make two debts. */
export const sameInvoice = async (ctx: Ctx, wanted: Omit<InvoiceRow, 'id' | 'nonce'>) =>
  (
    await ctx.sql<InvoiceRow>(
      `select ${invoiceColumns} from purchase_invoices i where i.buyer_id = $1 and i.subject_id = $2 and i.payee_wallet = $3 and i.asset = $4 and i.amount = $5 and ${unpaid}
        order by i.created_at desc limit 1`,
      [wanted.buyerId, wanted.subjectId, wanted.payeeWallet, wanted.asset, wanted.amount],
    )
  )[0]

/** A new invoice with a nonce that neither the buyer nor, before a change of hands, the buyer's wallets have used. */
export async function insertInvoice(ctx: Ctx, wanted: Omit<InvoiceRow, 'id' | 'nonce'>, wallets: readonly string[]): Promise<InvoiceRow> {
  const [row] = await ctx.sql<InvoiceRow>(
    `insert into purchase_invoices as i (buyer_id, seller_id, subject_id, payee_wallet, asset, amount, nonce, created_at)
     select $1, $2, $3, $4, $5, $6, greatest((select max(nonce) from purchase_invoices where buyer_id = $1),
       (select max(u.nonce) from purchases p join purchase_invoices u on u.id = p.invoice_id where p.payer_wallet = any($8)), 0) + 1, $7 returning ${invoiceColumns}`,
    [wanted.buyerId, wanted.sellerId, wanted.subjectId, wanted.payeeWallet, wanted.asset, wanted.amount, ctx.now, wallets],
  )
  return row as InvoiceRow
}
export const lockBuyer = (ctx: Ctx, buyer: string) =>
  ctx.sql(`select pg_advisory_xact_lock(hashtextextended('invoices ' || $1, 0))`, [buyer])

export const insertPurchases = (ctx: Ctx, chainId: number, purchases: readonly NewPurchase[]) =>
  ctx.sql<PurchaseRow>(
    `insert into purchases as p (chain_id, block_number, block_hash, tx_hash, position_in_tx, invoice_id, buyer_id, seller_id, subject_id, payer_wallet, ref, asset, gross, fee, at)
     select $1, n.block, n.hash, n.tx, n.position, n."invoiceId", n."buyerId", n."sellerId", n."subjectId", n.payer, n.ref, n.asset, n.gross, n.fee, to_timestamp(n.at)
       from jsonb_to_recordset($2::jsonb) as n(block bigint, hash text, tx text, position int, "invoiceId" uuid, "buyerId" uuid, "sellerId" uuid, "subjectId" uuid,
            payer text, ref text, asset text, gross numeric, fee numeric, at bigint)
     on conflict do nothing returning ${columns}`,
    [chainId, JSON.stringify(purchases)],
  )

export const reversePurchases = (ctx: Ctx, chainId: number, logs: readonly { txHash: string; positionInTx: number }[]) =>
  ctx.sql<PurchaseRow>(
    `update purchases p set reversed_at = $3 from jsonb_to_recordset($2::jsonb) as g("txHash" text, "positionInTx" int)
      where p.chain_id = $1 and p.tx_hash = g."txHash" and p.position_in_tx = g."positionInTx" and p.reversed_at is null returning ${columns}`,
    [chainId, JSON.stringify(logs), ctx.now],
  )

/** Which of these places on the chain are purchases. */
export const purchasesAt = (read: Sql, chainId: number, places: readonly { tx: string; position: number }[]) =>
  read.sql<{ tx: string; position: number }>(
    `select p.tx_hash as tx, p.position_in_tx as position from purchases p join jsonb_to_recordset($2::jsonb) as g(tx text, position int)
         on p.tx_hash = g.tx and p.position_in_tx = g.position where p.chain_id = $1 and p.reversed_at is null`,
    [chainId, JSON.stringify(places.map(({ tx, position }) => ({ tx, position })))],
  )

/** Which of these rights are still paid for by another purchase. */
export const stillPaid = (read: Sql, rights: readonly { buyerId: string; subjectId: string }[]) =>
  read.sql<{ buyerId: string; subjectId: string }>(
    `select distinct p.buyer_id as "buyerId", p.subject_id as "subjectId" from purchases p join unnest($1::uuid[], $2::uuid[]) as t(b, s)
         on p.buyer_id = t.b and p.subject_id = t.s where p.reversed_at is null`,
    [rights.map(({ buyerId }) => buyerId), rights.map(({ subjectId }) => subjectId)],
  )

export const purchasesOf = (read: Read, buyer: string, { place, limit }: { place: Place | null; limit: number }) =>
  read.sql<PurchaseRow>(
    `select ${columns} from purchases p where p.buyer_id = $1 and ($2::timestamptz is null or (p.at, p.id) < ($2, $3::uuid)) order by p.at desc, p.id desc limit $4`,
    [buyer, place?.at ?? null, place?.id ?? null, limit + 1],
  )
