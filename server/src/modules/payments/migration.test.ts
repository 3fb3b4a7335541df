import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabaseBefore } from '../../testing/older-database.ts'

let older: Awaited<ReturnType<typeof aDatabaseBefore>>
beforeAll(async () => {
  older = await aDatabaseBefore('202611280935_payments.sql')
})
afterAll(() => older.db.close())

const id = (n: number) => `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`
const fansWallet = `0x${'fa'.repeat(20)}`
const [fan, maya, post] = [id(1), id(2), id(3)]

test('D5 tips, purchases and what was promised keep their ids, amounts and people when they become payments', async () => {
  const { db } = older
  for (const [account, handle] of [
    [fan, 'fan'],
    [maya, 'maya'],
  ]) {
    await db.sql(`insert into accounts (id, created_at) values ($1, now())`, [account])
    await db.sql(`insert into profiles (account_id, handle, name, joined_at) values ($1, $2, $2, now())`, [account, handle])
  }
  await db.sql(
    `insert into wallets (address, account_id, kind, is_primary, linked_at) values ('${fansWallet}', $1, 'browser', true, now())`,
    [fan],
  )
  await db.sql(`insert into subjects (id, kind, owner_id, gate, state) values ($1, 'post', $2, '"public"', 'live')`, [post, maya])
  const promised = [fan, maya, post]
  await db.sql(`insert into tip_intents values ($4, $1, $2, $3, '0xmaya', 'native', 1000, now())`, [...promised, id(10)])
  await db.sql(`insert into purchase_invoices values ($4, $1, $2, $3, '0xmaya', 'native', 2000, 7, now())`, [...promised, id(11)])
  const tips = `insert into tips (id, chain_id, block_number, block_hash, tx_hash, position_in_tx, payer_wallet, payee_wallet, payer_id, payee_id, asset, gross, fee, credited, intent_id, subject_id, at, reversed_at)`
  await db.sql(
    `${tips} values ($4, 31337, 5, '0xb', '0xt', 0, '${fansWallet}', '0xmaya', $1, $2, 'native', 1000, 50, true, $5, $3, now(), null),
                    ($6, 31337, 5, '0xb', '0xt', 1, '0xother', '0xmaya', null, $2, 'native', 123456789012345678901234567890, 1, false, null, null, now(), now())`,
    [...promised, id(20), id(10), id(21)],
  )
  await db.sql(
    `insert into purchases values ($4, 31337, 6, '0xc', '0xu', 0, $5, $1, $2, $3, '${fansWallet}', '0xref', 'native', 2000, 100, now(), null)`,
    [...promised, id(22), id(11)],
  )
  const word = (n: number) => n.toString(16).padStart(64, '0')
  await db.sql(
    `insert into chain_logs (chain_id, block_hash, log_index, block_number, tx_hash, position_in_tx, address, topics, data, at, kind)
     values (31337, '0xc', 0, 6, '0xu', 0, '0xp', '{}', $1, now(), 'payments')`,
    [`0x${[0, 2000, 100, 1, 1].map(word).join('')}`],
  )
  await older.migrate()
  expect(
    await db.sql(
      `select p.id, p.purpose, p.payer_id as payer, p.payee_id as payee, p.gross::text as gross, p.fee::text as fee, p.credited, p.intent_id as intent,
              p.subject_id as subject, p.reversed_at is not null as reversed, i.nonce::int as nonce from payments p left join payment_intents i on i.id = p.intent_id order by p.id`,
    ),
  ).toEqual([
    {
      id: id(20),
      purpose: 'tip',
      payer: fan,
      payee: maya,
      gross: '1000',
      fee: '50',
      credited: true,
      intent: id(10),
      subject: post,
      reversed: false,
      nonce: 0,
    },
    {
      id: id(21),
      purpose: 'tip',
      payer: null,
      payee: maya,
      gross: '123456789012345678901234567890',
      fee: '1',
      credited: false,
      intent: null,
      subject: null,
      reversed: true,
      nonce: null,
    },
    {
      id: id(22),
      purpose: 'purchase',
      payer: fan,
      payee: maya,
      gross: '2000',
      fee: '100',
      credited: true,
      intent: id(11),
      subject: post,
      reversed: false,
      nonce: 7,
    },
  ])
})
