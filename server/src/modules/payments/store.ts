import type { Ctx, Read } from '../../kernel/ctx.ts'
import { cursorAt, type Place } from '../../kernel/cursor.ts'

type Sql = Pick<Read, 'sql'>
export type NewIntent = {
  purpose: string
  payerId: string
  payeeId: string
  subjectId: string | null
  payeeWallet: string
  asset: string
  amount: string
}
export type IntentRow = Omit<NewIntent, 'payeeId'> & { id: string; nonce: string }
/** `payerId` and `payeeId` are whose wallets they were; `promise` is between whom it was made, if the payment keeps one. */
export type PaymentRow = {
  id: string
  purpose: string
  payerId: string | null
  payeeId: string | null
  promise: { payerId: string; payeeId: string } | null
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
export type NewPayment = {
  purpose: string
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
const intentColumns = `i.id, i.purpose, i.payer_id as "payerId", i.subject_id as "subjectId", i.payee_wallet as "payeeWallet", i.asset, i.amount::text as amount, i.nonce::text as nonce`
const columns = `p.id, p.purpose, p.payer_id as "payerId", p.payee_id as "payeeId", p.subject_id as "subjectId", p.asset, p.gross::text as gross, p.fee::text as fee,
  case when i.id is null then null else jsonb_build_object('payerId', i.payer_id, 'payeeId', i.payee_id) end as promise,
  p.credited, p.tx_hash as "txHash", p.block_number::int as block, p.at, p.reversed_at as "reversedAt", ${cursorAt('p.at')} as "cursorAt"`
const withIntent = 'left join payment_intents i on i.id = p.intent_id'
const unpaid = `not exists (select from payments p where p.intent_id = i.id and p.reversed_at is null)`
const valuesOf = (intent: NewIntent) => [
  intent.purpose,
  intent.payerId,
  intent.payeeId,
  intent.subjectId,
  intent.payeeWallet,
  intent.asset,
  intent.amount,
]

/** A promise that may be kept by any payment with its reference, however often that is used. */
export async function insertIntent(ctx: Ctx, intent: NewIntent): Promise<IntentRow> {
  const [row] = await ctx.sql<IntentRow>(
    `insert into payment_intents as i (purpose, payer_id, payee_id, subject_id, payee_wallet, asset, amount, nonce, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 0, $8) returning ${intentColumns}`,
    [...valuesOf(intent), ctx.now],
  )
  return row as IntentRow
}

/** A promise with a nonce that neither the payer nor, before a change of hands, the payer's wallets have used. */
export async function insertIntentOnce(ctx: Ctx, intent: NewIntent, wallets: readonly string[]): Promise<IntentRow> {
  const [row] = await ctx.sql<IntentRow>(
    `insert into payment_intents as i (purpose, payer_id, payee_id, subject_id, payee_wallet, asset, amount, nonce, created_at)
     select $1, $2, $3, $4, $5, $6, $7, greatest((select max(nonce) from payment_intents where payer_id = $2),
       (select max(u.nonce) from payments p join payment_intents u on u.id = p.intent_id where p.payer_wallet = any($9)), 0) + 1, $8 returning ${intentColumns}`,
    [...valuesOf(intent), ctx.now, wallets],
  )
  return row as IntentRow
}
export const lockPayer = (ctx: Ctx, payer: string) =>
  ctx.sql(`select pg_advisory_xact_lock(hashtextextended('payment intents ' || $1, 0))`, [payer])

/** The payer's unpaid promise on exactly these terms, to be kept once, if there is one. */
export const sameIntent = async (ctx: Ctx, wanted: NewIntent) =>
  (
    await ctx.sql<IntentRow>(
      `select ${intentColumns} from payment_intents i where i.purpose = $1 and i.payer_id = $2 and i.payee_id = $3 and i.subject_id is not distinct from $4::uuid
          and i.payee_wallet = $5 and i.asset = $6 and i.amount = $7 and i.nonce > 0 and ${unpaid} order by i.created_at desc limit 1`,
      valuesOf(wanted),
    )
  )[0]

/** Promises that no payment has kept yet. */
export const openIntents = (read: Sql, ids: readonly string[]) =>
  read.sql<IntentRow>(`select ${intentColumns} from payment_intents i where i.id = any($1) and ${unpaid}`, [ids])
export const findIntent = async (read: Sql, id: string) =>
  (await read.sql<IntentRow>(`select ${intentColumns} from payment_intents i where i.id = $1`, [id]))[0]

/** New payments in one statement; one that is known already is left as it is. In chain order. */
export const insertPayments = (ctx: Ctx, payments: readonly NewPayment[]) =>
  ctx.sql<PaymentRow>(
    `with p as (
       insert into payments (purpose, chain_id, block_number, block_hash, tx_hash, position_in_tx, payer_wallet, payee_wallet, payer_id, payee_id, asset, gross, fee, credited, intent_id, subject_id, at)
       select n.purpose, $1, n.block, n.hash, n.tx, n.position, n.payer, n.payee, n."payerId", n."payeeId", n.asset, n.gross, n.fee, n.credited, n."intentId", n."subjectId", to_timestamp(n.at)
         from jsonb_to_recordset($2::jsonb) as n(purpose text, block bigint, hash text, tx text, position int, payer text, payee text, "payerId" uuid, "payeeId" uuid, asset text,
              gross numeric, fee numeric, credited boolean, "intentId" uuid, "subjectId" uuid, at bigint)
       on conflict do nothing returning *)
     select ${columns} from p ${withIntent} order by p.id`,
    [ctx.chain.id, JSON.stringify(payments)],
  )

/** Marks the payments of orphaned logs and answers them. */
export const reversePayments = (ctx: Ctx, logs: readonly { txHash: string; positionInTx: number }[]) =>
  ctx.sql<PaymentRow>(
    `with p as (
       update payments q set reversed_at = $3 from jsonb_to_recordset($2::jsonb) as g("txHash" text, "positionInTx" int)
        where q.chain_id = $1 and q.tx_hash = g."txHash" and q.position_in_tx = g."positionInTx" and q.reversed_at is null returning q.*)
     select ${columns} from p ${withIntent} order by p.id`,
    [ctx.chain.id, JSON.stringify(logs), ctx.now],
  )

/** The payment that kept a promise; one that a reorg took back only if no other did. */
export const paymentOfIntent = async (read: Sql, id: string) =>
  (
    await read.sql<PaymentRow>(
      `select ${columns} from payments p ${withIntent} where p.intent_id = $1 order by p.reversed_at nulls first, p.at desc limit 1`,
      [id],
    )
  )[0]

/** Which of these promises, by payer and subject, are kept by a payment that still stands. */
export const stillSettled = (read: Sql, purpose: string, promises: readonly { payerId: string; subjectId: string }[]) =>
  read.sql<{ payerId: string; subjectId: string }>(
    `select distinct i.payer_id as "payerId", i.subject_id as "subjectId" from unnest($2::uuid[], $3::uuid[]) as t(payer, subject)
       join payment_intents i on i.payer_id = t.payer and i.purpose = $1 and i.subject_id = t.subject
       join payments p on p.intent_id = i.id where p.reversed_at is null`,
    [purpose, promises.map(({ payerId }) => payerId), promises.map(({ subjectId }) => subjectId)],
  )

/** Which of these accounts have paid this one for a purpose, from their wallets or by their promise; what a reorg took back does not count. */
export const payersAmong = async (read: Sql, purpose: string, payee: string, payers: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await read.sql<{ payer: string }>(
        `select distinct payer from unnest($3::uuid[]) as payer
          where exists (select from payments p where p.payer_id = payer and p.purpose = $1 and p.payee_id = $2 and p.reversed_at is null)
             or exists (select from payment_intents i join payments p on p.intent_id = i.id
                         where i.payer_id = payer and i.purpose = $1 and i.payee_id = $2 and p.reversed_at is null)`,
        [purpose, payee, payers],
      )
    ).map(({ payer }) => payer),
  )

const parties = { payer: 'p.payer_id', payee: 'p.payee_id', promiser: 'i.payer_id' } as const
export type PaymentsWanted = { purpose: string; as: keyof typeof parties; place: Place | null; limit: number }
/** Payments of an account for one purpose, newest first: by whose wallet paid, who was paid, or whose promise they keep. */
export const paymentsOf = (read: Sql, account: string, { purpose, as, place, limit }: PaymentsWanted) =>
  read.sql<PaymentRow>(
    `select ${columns} from payments p ${withIntent} where ${parties[as]} = $1 and p.purpose = $2
        and ($3::timestamptz is null or (p.at, p.id) < ($3, $4::uuid)) order by p.at desc, p.id desc limit $5`,
    [account, purpose, place?.at ?? null, place?.id ?? null, limit + 1],
  )
