import { devnet } from '@corefans/chain/chains.ts'
import { expect, test } from 'vitest'
import { reading } from '../../../demo/chain.ts'
import { aTier, aWallet, buy, give } from '../../../testing/wallet.ts'
import { useWorld } from '../../../testing/world.ts'
import { auditLedger, isClean } from './index.ts'

const world = useWorld({ ownChain: true })
const audit = () => {
  const { contracts } = world().host.chain
  return auditLedger(world().db, { chainId: devnet.id, chain: { client: reading(world().rpcUrl), contracts, fromBlock: 0n } })
}

/** As somebody with the database's own rights could: past the triggers. */
async function tamper(text: string): Promise<void> {
  const client = await world().db.pool.connect()
  await client.query(`begin; set local session_replication_role = replica; ${text}; commit`)
  client.release()
}

test('M07 the audit finds nothing in an honest book, and names the row that somebody changed', async () => {
  const [creator, fan, friend] = [
    await aWallet(world(), await world().person()),
    await aWallet(world(), await world().person()),
    await aWallet(world(), await world().person()),
  ]
  const tier = await aTier(world(), creator)
  const id = await buy(world(), fan, tier)
  await buy(world(), friend, tier, 2)
  await give(world(), fan, friend, { pass: tier.pass, id })
  const honest = await audit()
  expect(honest).toMatchObject({ postings: 5, lost: 0, false: 0, double: 0, drift: 0, rows: [], short: [] })
  expect(isClean(honest)).toBe(true)

  await tamper(`update ledger_entries set amount = amount + 1 where posting_id = 2 and line = 1`)
  const changed = await audit()
  expect(changed.rows.map((row) => [row.what, row.row])).toEqual([['drift', 'ledger_postings 2']])
  expect(changed).toMatchObject({ unbalanced: 1, drifted: 1 })
  await tamper(`update ledger_entries set amount = amount - 1 where posting_id = 2 and line = 1`)
  expect(isClean(await audit())).toBe(true)

  await tamper(`delete from ledger_postings where id = 3; delete from ledger_entries where posting_id = 3`)
  expect((await audit()).rows.map((row) => row.what)).toEqual(['lost'])
  await tamper(`insert into ledger_postings (id, chain_id, block_number, block_hash, tx_hash, position_in_tx, kind, at)
    select 999, chain_id, block_number, block_hash, '0xfalse', 0, kind, at from ledger_postings where id = 2`)
  const invented = await audit()
  expect(invented.rows.map((row) => [row.what, row.row])).toEqual([
    ['lost', null],
    ['false', 'ledger_postings 999'],
  ])
  expect(invented.orphans).toBe(1)
})
