import { personalTokenAbi } from '@corefans/chain/abi/personal-token.ts'
import { tokenFactoryAbi } from '@corefans/chain/abi/token-factory.ts'
import { buyToken } from '@corefans/chain/actions/buy-token.ts'
import { createToken } from '@corefans/chain/actions/create-token.ts'
import { sellToken } from '@corefans/chain/actions/sell-token.ts'
import { tip } from '@corefans/chain/actions/tip.ts'
import { getBlock, readContract } from 'viem/actions'
import { describe, expect, test } from 'vitest'
import { reading } from '../../demo/chain.ts'
import { aTier, aWallet, buy, core, give, settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
const farFutureS = 10_000_000_000n
const person = async () => {
  const someone = await world().person()
  return { someone, wallet: await aWallet(world(), someone) }
}

async function aToken() {
  const creator = await person()
  const tokenFactory = world().house.chain.contracts.tokenFactory as `0x${string}`
  const terms = { name: 'Somebody', symbol: 'SOME', preset: 0, creatorBps: 200, lockSeconds: 0 }
  await settle(world(), await createToken(creator.wallet, { tokenFactory, terms }))
  await reading(world().rpcUrl).request({ method: 'evm_increaseTime' as never, params: [120] as never }) // past the launch window
  const args = [creator.wallet.account.address] as const
  const token = await readContract(creator.wallet, { address: tokenFactory, abi: tokenFactoryAbi, functionName: 'tokenOf', args })
  return { ...creator, token }
}

const monthNow = async () => new Date(Number((await getBlock(reading(world().rpcUrl))).timestamp) * 1_000).toISOString().slice(0, 7)

describe('TOK-07 portfolio', () => {
  test('what it shows is what the chain says, and the profit of a trade is exact to the wei', async () => {
    const { token } = await aToken()
    const { someone, wallet } = await person()
    const before = await spent(wallet)
    await settle(world(), await buyToken(wallet, { token, valueWei: core, minOut: 0n, deadlineS: farFutureS }))
    const amount = await readContract(wallet, {
      address: token,
      abi: personalTokenAbi,
      functionName: 'balanceOf',
      args: [wallet.account.address],
    })
    const [sellNow] = await readContract(wallet, { address: token, abi: personalTokenAbi, functionName: 'quoteSell', args: [amount] })
    const held = await someone.must('GET /api/me/portfolio', {})
    expect(held.items).toHaveLength(1)
    expect(held.items[0]).toMatchObject({
      kind: 'token',
      amount: amount.toString(),
      costWei: core.toString(),
      realisedWei: '0',
      valueWei: sellNow.toString(),
    })
    expect(held.items[0]?.unrealisedWei).toBe((sellNow - core).toString())
    await settle(world(), await sellToken(wallet, { token, amount, minOutWei: 0n, deadlineS: farFutureS }))
    const sold = await someone.must('GET /api/me/portfolio', {})
    const came = before - (await spent(wallet)) // gas is free on this chain, so money in and out is the trade alone
    expect(sold.items[0]).toMatchObject({ amount: '0', costWei: '0', realisedWei: came.toString() })
    expect(came).toBe(sellNow - core)
  })

  test('passes bought, given away and received stand with whoever has them', async () => {
    const [creator, fan, friend] = [await person(), await person(), await person()]
    const tier = await aTier(world(), creator.wallet)
    const id = await buy(world(), fan.wallet, tier)
    const mine = await fan.someone.must('GET /api/me/portfolio', {})
    expect(mine.items).toMatchObject([{ kind: 'pass', amount: '1', costWei: core.toString(), creator: { handle: creator.someone.handle } }])
    await give(world(), fan.wallet, friend.wallet, { pass: tier.pass, id })
    expect((await fan.someone.must('GET /api/me/portfolio', {})).items).toEqual([])
    expect((await friend.someone.must('GET /api/me/portfolio', {})).items).toMatchObject([{ kind: 'pass', amount: '1', costWei: '0' }])
  })

  test('is a file too: CSV that parses, a row a position', async () => {
    const { token } = await aToken()
    const { someone, wallet } = await person()
    await settle(world(), await buyToken(wallet, { token, valueWei: core, minOut: 0n, deadlineS: farFutureS }))
    const file = await someone.get('/api/me/portfolio.csv')
    expect(file.headers['content-type']).toContain('text/csv')
    const [header, row, end] = file.body.split('\r\n')
    expect(header?.split(',')).toHaveLength(row?.split(',').length ?? 0)
    expect([row?.split(',')[0], row?.split(',')[4], end]).toEqual([`token:${token.toLowerCase()}`, core.toString(), ''])
    expect((await world().visitor.get('/api/me/portfolio.csv')).status).toBe(401)
  })
})

const spent = async (wallet: { account: { address: `0x${string}` } }): Promise<bigint> => {
  const answer = await reading(world().rpcUrl).request({ method: 'eth_getBalance', params: [wallet.account.address, 'latest'] })
  return 1_000n * core - BigInt(answer)
}

describe('PAY-03 statements', () => {
  test('a tip stands in both months of statement, with its fee, its other side and its transaction', async () => {
    const [fan, creator] = [await person(), await person()]
    const payments = world().house.chain.contracts.payments as `0x${string}`
    await settle(world(), await tip(fan.wallet, { payments, payee: creator.wallet.account.address, amountWei: core }))
    const month = await monthNow()
    const out = await fan.someone.must('GET /api/me/statement', { month })
    expect(out.items).toMatchObject([
      {
        kind: 'tip',
        amounts: [{ asset: 'native', amount: (-core).toString() }],
        fees: [{ asset: 'native', amount: (core / 20n).toString() }],
        counterparty: { person: { handle: creator.someone.handle } },
        state: 'confirmed',
      },
    ])
    const got = await creator.someone.must('GET /api/me/statement', { month })
    expect(got.items[0]?.amounts).toEqual([{ asset: 'native', amount: ((core * 95n) / 100n).toString() }])
    expect(got.totals).toEqual([{ asset: 'native', in: ((core * 95n) / 100n).toString(), out: '0' }])
    const file = await creator.someone.get(`/api/me/statement.csv?month=${month}`)
    expect(file.body.split('\r\n')[1]).toContain(`,tip,native,${(core * 95n) / 100n},`)
  })

  test('is paged without a gap, and refuses a month or a cursor that it does not know', async () => {
    const [fan, creator] = [await person(), await person()]
    const payments = world().house.chain.contracts.payments as `0x${string}`
    for (let i = 1n; i <= 5n; i++)
      await settle(world(), await tip(fan.wallet, { payments, payee: creator.wallet.account.address, amountWei: i * 20n }))
    const month = await monthNow()
    const amounts: string[] = []
    let cursor: string | undefined
    do {
      const page = await fan.someone.must('GET /api/me/statement', { month, limit: 2, ...(cursor ? { cursor } : {}) })
      amounts.push(...page.items.map((line) => line.amounts[0]?.amount ?? ''))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(amounts).toEqual(['-100', '-80', '-60', '-40', '-20'])
    expect((await fan.someone.call('GET /api/me/statement', { month: '2026-13' })).status).toBe(422)
    expect((await fan.someone.call('GET /api/me/statement', { month, cursor: 'x' })).body.type).toBe('/problems/http/bad-cursor')
    expect((await fan.someone.get('/api/me/statement.csv?month=never')).status).toBe(422)
  })

  test('the inside of the book is for administrators, and sound', async () => {
    const admin = await world().person()
    const refused = await admin.call('GET /api/admin/ledger/check', {})
    expect([refused.status, refused.body.type]).toEqual([403, '/problems/ledger/admins-only'])
    await world().db.sql(`update accounts set role = 'admin' where id = $1`, [admin.id])
    const check = await admin.must('GET /api/admin/ledger/check', {})
    expect(check).toMatchObject({ unbalanced: 0, drifted: 0, orphans: 0, unmatchedTx: 0 })
    expect(check.postings).toBeGreaterThan(5)
  })
})
