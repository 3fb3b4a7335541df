import { personalTokenAbi } from '@corefans/chain/abi/personal-token.ts'
import { tokenFactoryAbi } from '@corefans/chain/abi/token-factory.ts'
import { allowToken } from '@corefans/chain/actions/allow-token.ts'
import { buyToken } from '@corefans/chain/actions/buy-token.ts'
import { createToken } from '@corefans/chain/actions/create-token.ts'
import { depositForOffers } from '@corefans/chain/actions/market-account.ts'
import { sellToken } from '@corefans/chain/actions/sell-token.ts'
import { tip } from '@corefans/chain/actions/tip.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { erc721Abi } from 'viem'
import { getBlock, readContract } from 'viem/actions'
import { describe, expect, test } from 'vitest'
import { reading } from '../../demo/chain.ts'
import { Bazaar } from '../../testing/market-fixture.ts'
import { contractOf, someDollars } from '../../testing/payments.ts'
import { aTier, aWallet, buy, core, give, settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
const bazaar = new Bazaar(world)
const farFutureS = 10_000_000_000n
const person = async () => {
  const someone = await world().person()
  return { someone, wallet: await aWallet(world(), someone) }
}

async function aToken() {
  const creator = await person()
  const tokenFactory = world().host.chain.contracts.tokenFactory as `0x${string}`
  const terms = { name: 'Somebody', symbol: 'SOME', preset: 0, creatorBps: 200, lockSeconds: 0 }
  await settle(world(), await createToken(creator.wallet, { tokenFactory, terms }))
  await reading(world().rpcUrl).request({ method: 'evm_increaseTime' as never, params: [120] as never }) // past the launch window
  const args = [creator.wallet.account.address] as const
  const token = await readContract(creator.wallet, { address: tokenFactory, abi: tokenFactoryAbi, functionName: 'tokenOf', args })
  return { ...creator, token }
}

const monthNow = async () => new Date(Number((await getBlock(reading(world().rpcUrl))).timestamp) * 1_000).toISOString().slice(0, 7)

const balanceOf = (token: `0x${string}`, wallet: SigningClient) =>
  readContract(wallet, { address: token, abi: personalTokenAbi, functionName: 'balanceOf', args: [wallet.account.address] })
const inCore = ({ money }: { money: { currency: string }[] }) => money.find(({ currency }) => currency === 'core')

/** A file as its rows by column; quotes are none of what we write here. */
const parsed = (text: string): Record<string, string>[] => {
  const [header = '', ...rows] = text.split('\r\n').slice(0, -1)
  const names = header.split(',')
  return rows.map((row) => {
    const cells = row.split(',')
    expect(cells.length).toBe(names.length)
    return Object.fromEntries(names.map((name, i) => [name, cells[i] as string]))
  })
}

describe('TOK-07 portfolio', () => {
  test('TOK-07 its rows add up to the balances on chain, its file parses, and buying for 1 and selling for 1.2 is 0.2 less fees, to the wei', async () => {
    const { creator, tier, seller } = await bazaar.aSale({ durationS: 0 })
    const { token } = await aToken()
    const me = await bazaar.aTrader()
    await settle(world(), await buyToken(me.wallet, { token, valueWei: core, minOut: 0n, deadlineS: farFutureS }))
    const kept = await buy(world(), seller.wallet, tier, 2)
    for (const [id, price] of [
      [kept, core],
      [(1n << 32n) | 1n, core],
    ] as const)
      await bazaar.buyIt(me, await bazaar.list(seller, { pass: tier.pass, id }, { price }))
    const before = await spent(me.wallet)
    const next = await bazaar.aTrader()
    const price = (core * 12n) / 10n
    await bazaar.buyIt(next, await bazaar.list(me, { pass: tier.pass, id: (1n << 32n) | 1n }, { price }))
    const net = price - (price * 250n) / 10_000n - (price * 500n) / 10_000n
    expect(before - (await spent(me.wallet))).toBe(net)

    const { items, totals } = await me.person.must('GET /api/me/portfolio', {})
    const sold = items.find(({ kind, amount }) => kind === 'pass' && amount === '0')
    expect(sold && inCore(sold)).toMatchObject({ cost: '0', realised: (net - core).toString() }) // 1.2 less 2.5 % and 5 %, less 1
    const sum = (kind: string) => items.filter((one) => one.kind === kind).reduce((all, { amount }) => all + BigInt(amount), 0n)
    const passes = { address: tier.pass, abi: erc721Abi, functionName: 'balanceOf', args: [me.wallet.account.address] } as const
    expect([sum('token'), sum('pass')]).toEqual([await balanceOf(token, me.wallet), await readContract(me.wallet, passes)])
    for (const { asset, kind, amount } of items.filter((one) => one.kind === 'pass' && one.amount === '1')) {
      const owner = { address: tier.pass, abi: erc721Abi, functionName: 'ownerOf', args: [BigInt(asset.split('/')[1] ?? 0)] } as const
      expect([kind, amount, await readContract(me.wallet, owner)]).toEqual(['pass', '1', me.wallet.account.address])
    }

    const rows = parsed((await me.person.get('/api/me/portfolio.csv')).body)
    expect(rows.map((row) => [row['asset'], row['amount'], row['currency']])).toEqual(
      items.flatMap(({ asset, amount, money }) => money.map(({ currency }) => [asset, amount, currency])),
    )
    for (const column of ['cost', 'realised', 'value'] as const) {
      const added = rows.filter((row) => row['currency'] === 'core').reduce((all, row) => all + BigInt(row[column] || 0), 0n)
      expect(added.toString()).toBe(totals[0]?.[column])
    }
    expect(totals).toMatchObject([{ currency: 'core', cost: (2n * core).toString(), realised: (net - core).toString() }])
    expect(creator.person.handle).toBe(items.find(({ kind }) => kind === 'pass')?.creator?.handle)
  })

  test('a token is worth what selling all of it brings now, to the wei', async () => {
    const { token } = await aToken()
    const { someone, wallet } = await person()
    const before = await spent(wallet)
    await settle(world(), await buyToken(wallet, { token, valueWei: core, minOut: 0n, deadlineS: farFutureS }))
    const amount = await balanceOf(token, wallet)
    const [sellNow] = await readContract(wallet, { address: token, abi: personalTokenAbi, functionName: 'quoteSell', args: [amount] })
    const held = await someone.must('GET /api/me/portfolio', {})
    const money = { currency: 'core', cost: core.toString(), realised: '0', value: sellNow.toString() }
    const unrealised = (sellNow - core).toString()
    expect(held.items).toMatchObject([{ kind: 'token', amount: amount.toString(), valuedBy: 'curve', money: [{ ...money, unrealised }] }])
    await settle(world(), await sellToken(wallet, { token, amount, minOutWei: 0n, deadlineS: farFutureS }))
    const sold = await someone.must('GET /api/me/portfolio', {})
    const came = before - (await spent(wallet)) // gas is free on this chain, so money in and out is the trade alone
    expect(sold.items).toMatchObject([{ amount: '0', valuedBy: null, money: [{ cost: '0', realised: came.toString(), value: null }] }])
    expect(came).toBe(sellNow - core)
  })

  test('a pass is worth the best offer after fees, else the floor after fees, else its cost, and nothing where it cannot be sold', async () => {
    const { tier, seller } = await bazaar.aSale({ durationS: 86_400, priceWei: core })
    const which = { pass: tier.pass, id: (1n << 32n) | 1n }
    const value = async () => {
      const { items, totals } = await seller.person.must('GET /api/me/portfolio', {})
      const one = items.find(({ amount }) => amount === '1')
      return [one?.valuedBy, one?.money.map((sums) => [sums.currency, sums.value, sums.unrealised]), totals.map((sums) => sums.value)]
    }
    const net = (price: bigint) => price - (price * 250n) / 10_000n - (price * 500n) / 10_000n
    const [one, zero] = [core.toString(), '0']
    expect(await value()).toEqual(['cost', [['core', one, zero]], [one]])
    await bazaar.list(seller, which, { price: 9n * core })
    expect((await value())[0]).toBe('cost') // one's own listing is nobody's price
    const other = await bazaar.aTrader()
    const second = await buy(world(), other.wallet, tier, 2)
    await bazaar.list(other, { pass: tier.pass, id: second }, { price: 3n * core })
    const [atFloor, gain] = [net(3n * core), net(3n * core) - core].map(String) as [string, string]
    expect(await value()).toEqual(['floor', [['core', atFloor, gain]], [atFloor]])
    const bidder = await bazaar.aTrader()
    await someDollars(world(), bidder.wallet)
    const [usd, five] = [contractOf(world(), 'testUsd'), 5_000_000n]
    await settle(world(), await allowToken(bidder.wallet, { token: usd, spender: bazaar.market(), amount: five }))
    await bazaar.offer(bidder, tier.pass, { scope: 1, id: 1n, price: five, token: usd })
    const inDollars = net(five).toString()
    expect(await value()).toEqual([
      'offer',
      [
        ['core', null, null],
        ['usd', inDollars, null], // it cost CORE: what it would bring in dollars is no profit in either
      ],
      [null, inDollars],
    ])
    await settle(world(), await depositForOffers(bidder.wallet, { market: bazaar.market(), amountWei: 2n * core }))
    for (const price of [core, 2n * core]) await bazaar.offer(bidder, tier.pass, { scope: 0, id: which.id, price })
    const best = net(2n * core)
    expect(await value()).toEqual(['offer', [['core', best.toString(), (best - core).toString()]], [best.toString()]])
    await world().visitor.must('POST /api/demo/clock', { advanceMs: 2 * 86_400_000 })
    expect(await value()).toEqual([null, [['core', null, null]], [null]])
  })

  test('passes bought, given away and received stand with whoever has them', async () => {
    const [creator, fan, friend] = [await person(), await person(), await person()]
    const tier = await aTier(world(), creator.wallet)
    const id = await buy(world(), fan.wallet, tier)
    const mine = await fan.someone.must('GET /api/me/portfolio', {})
    expect(mine.items).toMatchObject([
      { kind: 'pass', amount: '1', money: [{ cost: core.toString() }], creator: { handle: creator.someone.handle } },
    ])
    await give(world(), fan.wallet, friend.wallet, { pass: tier.pass, id })
    expect((await fan.someone.must('GET /api/me/portfolio', {})).items).toEqual([])
    expect((await friend.someone.must('GET /api/me/portfolio', {})).items).toMatchObject([
      { kind: 'pass', amount: '1', money: [{ currency: 'core', cost: '0', value: '0' }] },
    ])
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
    const payments = world().host.chain.contracts.payments as `0x${string}`
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
    const payments = world().host.chain.contracts.payments as `0x${string}`
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
