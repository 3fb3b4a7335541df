import fc from 'fast-check'
import { type Address, type Hex, numberToHex, parseEther, zeroHash } from 'viem'
import { getBalance, getBlock } from 'viem/actions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceClock } from '../devnet/clock.ts'
import { problemOf } from '../errors.ts'
import { aChain, type TestChain } from '../testing/test-chain.ts'
import { commission, dealIdOf, lockGoods, openWithReceipt, readDeal, signReceipt, stepDeal } from './escrow.ts'
import { quotePayment } from './quote-payment.ts'
import { balanceOfToken, takeTestUsd } from './read-token.ts'
import { createSplit, distribute, dueOf, release, splitOf } from './splits.ts'
import { payOnce, tip } from './tip.ts'
import { payOnceToken, tipToken } from './tip-token.ts'
import { creditOf, withdrawOwed } from './withdraw-owed.ts'

let chain: TestChain
let refs = 0n

beforeAll(async () => {
  chain = await aChain()
})
afterAll(() => chain.stop())

const fan = () => chain.client(8)
const payee: Address = '0x00000000000000000000000000000000000000aa'
const aRef = (): Hex => numberToHex(++refs, { size: 32 })
const balance = (address: Address) => getBalance(fan(), { address })
const problemWith = async (attempt: Promise<unknown>) =>
  problemOf(
    await attempt.then(
      () => null,
      (error: unknown) => error,
    ),
  ).code

test('PAY-01 M05 a tip in coins and one in test dollars come to what was quoted, to the wei', async () => {
  const { payments, testUsd } = chain.contracts
  for (const amountWei of [1n, 19n, 20n, parseEther('1'), 123_456_789_012_345_678n]) {
    const before = await balance(payee)
    const quote = quotePayment(amountWei)
    await chain.mined(await tip(fan(), { payments, payee, amountWei, ref: aRef() }))
    expect((await balance(payee)) - before).toBe(quote.net)
    expect(quote.net + quote.fee).toBe(amountWei)
  }
  await chain.mined(await takeTestUsd(fan(), { testUsd, amount: 100_000_000n }))
  await chain.mined(await tipToken(fan(), { payments, token: testUsd, payee, amount: 5_000_000n, ref: aRef() }))
  expect(await balanceOfToken(fan(), { token: testUsd, account: payee })).toBe(quotePayment(5_000_000n).net)
})

test('a quote is exact for any amount', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 2n ** 128n }), (gross) => {
      const { fee, net } = quotePayment(gross)
      expect(fee + net).toBe(gross)
      expect(fee).toBe((gross * 500n) / 10_000n)
    }),
  )
})

test('a reference is paid once per wallet, in coins or in tokens', async () => {
  const { payments, testUsd } = chain.contracts
  const ref = aRef()
  await chain.mined(await payOnce(fan(), { payments, payee, amountWei: 100n, ref }))
  expect(await problemWith(payOnce(fan(), { payments, payee, amountWei: 100n, ref }))).toBe('payments/already-paid')
  expect(await problemWith(payOnceToken(fan(), { payments, token: testUsd, payee, amount: 100n, ref }))).toBe('payments/already-paid')
  await chain.mined(await payOnce(chain.client(7), { payments, payee, amountWei: 100n, ref }))
})

test('refusals of payments have their codes', async () => {
  const { payments, testUsd } = chain.contracts
  const poor = chain.client(6)
  expect(await problemWith(tip(fan(), { payments, payee, amountWei: 0n }))).toBe('payments/nothing-paid')
  expect(await problemWith(tip(fan(), { payments, payee: fan().account.address, amountWei: 1n }))).toBe('payments/payee-refused')
  expect(await problemWith(tip(fan(), { payments, payee, amountWei: parseEther('1000000') }))).toBe('wallet/insufficient-funds')
  expect(await problemWith(tipToken(poor, { payments, token: testUsd, payee, amount: 1n }))).toBe('payments/not-allowed')
  expect(await problemWith(withdrawOwed(fan(), { till: payments }))).toBe('payments/no-credit')
  expect(await problemWith(takeTestUsd(fan(), { testUsd, amount: 10_000_000_001n }))).toBe('payments/faucet-bound')
})

test('AIV-08 a tip of 10 to a team of 60/30/10 reaches three balances exactly; 61/30/10 is refused', async () => {
  const { payments, splitFactory } = chain.contracts
  const team = [1n, 2n, 3n].map((n) => numberToHex(0xbeef_0000n + n, { size: 20 }))
  const shares = [6_000, 3_000, 1_000].map((bps, index) => ({ account: team[index] as Address, bps }))
  const terms = { splitFactory, shares: [...shares].reverse() }
  const split = await splitOf(fan(), terms)
  await chain.mined(await tip(fan(), { payments, payee: split, amountWei: parseEther('10'), ref: aRef() }))
  await chain.mined(await createSplit(fan(), terms))
  expect(await dueOf(fan(), { split, account: team[0] as Address })).toBe(parseEther('5.7'))
  await chain.mined(await release(fan(), { split, account: team[0] as Address }))
  await chain.mined(await distribute(fan(), { split }))
  expect(await Promise.all(team.map(balance))).toEqual(['5.7', '2.85', '0.95'].map((amount) => parseEther(amount)))
  expect(await balance(split)).toBe(0n)
  const wrong = shares.with(0, { account: team[0] as Address, bps: 6_100 })
  expect(await problemWith(createSplit(fan(), { splitFactory, shares: wrong }))).toBe('splits/not-whole')
  expect(await problemWith(createSplit(fan(), { splitFactory, shares: [{ account: payee, bps: 10_000 }] }))).toBe(
    'splits/recipients-refused',
  )
  expect(await problemWith(release(fan(), { split, account: payee }))).toBe('splits/no-share')
})

test('M06 goods are refunded until they are opened by a receipt, and not after', async () => {
  const { escrow } = chain.contracts
  const openBy = Number((await getBlock(fan())).timestamp) + 86_400
  const lock = async () => {
    const ref = aRef()
    await chain.mined(await lockGoods(fan(), { escrow, payee, ref, amount: parseEther('2'), openBy }))
    return dealIdOf(fan(), { escrow, payer: fan().account.address, ref })
  }
  const first = await lock()
  const before = await balance(fan().account.address)
  await chain.mined(await stepDeal(fan(), { escrow, deal: first, step: 'refund' }))
  expect((await balance(fan().account.address)) - before).toBe(parseEther('2'))
  const second = await lock()
  const receipt = await signReceipt(fan(), { escrow, deal: second })
  expect(await problemWith(openWithReceipt(chain.client(7), { escrow, deal: second, receipt: `0x${'11'.repeat(65)}` }))).toBe(
    'gasless/bad-signature',
  )
  await chain.mined(await openWithReceipt(chain.client(7), { escrow, deal: second, receipt }))
  expect(await problemWith(stepDeal(fan(), { escrow, deal: second, step: 'refund' }))).toBe('escrow/already-opened')
  expect(await problemWith(stepDeal(fan(), { escrow, deal: zeroHash, step: 'refund' }))).toBe('escrow/unknown')
})

test('M06 MON-04 a creator who falls silent loses the commission, every wei of it', async () => {
  const { escrow } = chain.contracts
  const creator = chain.client(5)
  const ref = aRef()
  const acceptBy = Number((await getBlock(fan())).timestamp) + 86_400
  const terms = { acceptBy, deliverWithinS: 7 * 86_400, reviewWithinS: 86_400, amounts: [parseEther('1'), parseEther('3')] }
  await chain.mined(await commission(fan(), { escrow, payee: creator.account.address, ref, ...terms }))
  const deal = await dealIdOf(fan(), { escrow, payer: fan().account.address, ref })
  await chain.mined(await stepDeal(creator, { escrow, deal, step: 'accept' }))
  await chain.mined(await stepDeal(creator, { escrow, deal, step: 'deliver' }))
  await chain.mined(await stepDeal(fan(), { escrow, deal, step: 'approve' }))
  expect(await readDeal(fan(), { escrow, deal })).toMatchObject({ step: 'working', milestone: 1, remaining: parseEther('3') })
  expect(await problemWith(stepDeal(fan(), { escrow, deal, step: 'refund' }))).toBe('escrow/too-early')
  await advanceClock(fan(), 8 * 86_400_000)
  const before = await balance(fan().account.address)
  await chain.mined(await stepDeal(chain.client(7), { escrow, deal, step: 'refund' }))
  expect((await balance(fan().account.address)) - before).toBe(parseEther('3'))
  expect(await creditOf(fan(), { till: escrow, account: fan().account.address })).toBe(0n)
})
