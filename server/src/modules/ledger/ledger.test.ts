import { buyPass } from '@corefans/chain/actions/buy-pass.ts'
import { renewPass } from '@corefans/chain/actions/renew-pass.ts'
import { withdraw } from '@corefans/chain/actions/withdraw.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reading } from '../../demo/chain.ts'
import { nobody } from '../../kernel/ctx.ts'
import { applied, aTier, aWallet, buy, core, give, settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'
import { post } from './post.ts'
import { native, owed, passAsset, platform, wallet } from './rules/accounts.ts'
import type { Posting } from './rules/types.ts'
import { reverseOf } from './store/postings.ts'

const world = useWorld({ ownChain: true })
const sql = <Row extends object>(text: string, values: unknown[] = []) => world().db.sql<Row>(text, values)
const balance = async (account: string, asset = native) =>
  BigInt(
    (await sql<{ b: string }>(`select balance::text as b from ledger_balances where account = $1 and asset = $2`, [account, asset]))[0]
      ?.b ?? 0,
  )
const kinds = async () => (await sql<{ kind: string }>(`select kind from ledger_postings order by id`)).map((row) => row.kind)

/** Every asset sums to zero, and every balance is the sum of its entries. */
async function mustBalance(): Promise<void> {
  expect(await sql(`select asset from ledger_entries group by asset having sum(amount) <> 0`)).toEqual([])
  const drift = `select 1 from (select account, asset, sum(amount) as s from ledger_entries group by 1, 2) e
    full join ledger_balances b using (account, asset) where coalesce(e.s, 0) <> coalesce(b.balance, 0)`
  expect(await sql(drift)).toEqual([])
}

describe('what the chain said is booked', () => {
  test('PAY-03 sale, renewal, gift and payout each become one posting, and contract and book agree to the wei', async () => {
    const [creator, fan, friend] = [
      await aWallet(world(), await world().person()),
      await aWallet(world(), await world().person()),
      await aWallet(world(), await world().person()),
    ]
    const tier = await aTier(world(), creator)
    const id = await buy(world(), fan, tier)
    await settle(world(), await renewPass(fan, { pass: tier.pass, id, periods: 2, totalWei: 2n * core }))
    await give(world(), fan, friend, { pass: tier.pass, id })
    expect(await kinds()).toEqual(['pass-move', 'pass-sale', 'pass-renewal', 'pass-move'])
    const [mine, theirs] = [owed(tier.pass, creator.account.address), platform(tier.pass)]
    expect([await balance(wallet(fan.account.address)), await balance(mine), await balance(theirs)]).toEqual([
      -3n * core,
      (285n * core) / 100n,
      (15n * core) / 100n,
    ])
    const pass = passAsset(tier.pass, id)
    expect([await balance(wallet(fan.account.address), pass), await balance(wallet(friend.account.address), pass)]).toEqual([0n, 1n])
    await settle(world(), await withdraw(creator, { pass: tier.pass, part: 'creator' }))
    expect([await balance(mine), await balance(wallet(creator.account.address))]).toEqual([0n, (285n * core) / 100n])
    await mustBalance()
  })

  test('PAY-04 a reorg is answered by contra postings, and the log that comes again is booked again', async () => {
    const [creator, fan] = [await aWallet(world(), await world().person()), await aWallet(world(), await world().person())]
    const tier = await aTier(world(), creator)
    const client = reading(world().rpcUrl)
    const raw = await settle(world(), await buyPass(fan, tier))
    expect(await balance(wallet(fan.account.address))).toBe(-core)
    await client.request({ method: 'anvil_reorg' as never, params: [1, []] as never })
    await client.request({ method: 'evm_mine' as never, params: [] as never })
    await expect.poll(() => balance(wallet(fan.account.address)), { timeout: 10_000 }).toBe(0n)
    await settle(world(), await buyPass(fan, tier))
    await applied(world(), Number(raw))
    expect(await balance(wallet(fan.account.address))).toBe(-core)
    await mustBalance()
  })
})

const aPosting = (n: number, amounts: readonly bigint[]): Posting => ({
  kind: 'payout',
  subject: null,
  ref: null,
  block: { number: 1n, hash: '0xb', timestampS: 1n },
  txHash: `0xtx${n}`,
  positionInTx: 0,
  entries: amounts.map((amount, line) => ({ account: `wallet:0x${line}`, asset: native, amount, part: 'x' })),
})
const book = (postings: Posting[]) => world().host.transact(nobody, (ctx) => post(ctx, postings))
const state = () => sql(`select count(*)::int as n, max(id)::int as last from ledger_postings`)

describe('what the database refuses', () => {
  test('a posting that does not sum to zero, and nothing of its batch stays', async () => {
    const before = await state()
    await expect(book([aPosting(1, [5n, -5n]), aPosting(2, [5n, -4n])])).rejects.toThrow(/is off by 1 in native/)
    expect(await state()).toEqual(before)
  })

  test('the same log twice, unless a contra posting took the first back', async () => {
    await book([aPosting(3, [1n, -1n])])
    await expect(book([aPosting(3, [1n, -1n])])).rejects.toThrow(/ledger_postings_once/)
    const takeBack = () => world().host.transact(nobody, (ctx) => reverseOf(ctx, [{ txHash: '0xtx3', positionInTx: 0 }]))
    await takeBack()
    await takeBack() // nothing is left to take back
    await book([aPosting(3, [1n, -1n])])
    expect(await balance('wallet:0x0')).toBe(1n)
    await mustBalance()
  })

  test('any change of what was booked', async () => {
    await book([aPosting(4, [9n, -9n])])
    for (const change of [
      `update ledger_entries set amount = amount * 2`,
      `delete from ledger_entries`,
      `delete from ledger_postings`,
      `truncate ledger_entries`,
      `update ledger_postings set kind = 'tip'`,
      `update ledger_postings set reversed_by = null where reversed_by is not null`,
    ])
      await expect(sql(change)).rejects.toThrow(/append-only/)
  })
})

test('whatever is booked and taken back in whatever order, balances are the sums of entries', async () => {
  const steps = fc.array(fc.record({ n: fc.integer({ min: 100, max: 120 }), amount: fc.bigInt(1n, 10n ** 30n), back: fc.boolean() }), {
    maxLength: 25,
  })
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      for (const { n, amount, back } of script)
        if (back) await world().host.transact(nobody, (ctx) => reverseOf(ctx, [{ txHash: `0xtx${n}`, positionInTx: 0 }]))
        else await book([aPosting(n, [amount, -amount / 2n, amount / 2n - amount])]).catch(() => {})
      await mustBalance()
    }),
    { numRuns: 15 },
  )
})
