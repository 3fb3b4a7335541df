import { randomUUID } from 'node:crypto'
import { paymentsAbi } from '@corefans/chain/abi/payments.ts'
import { tip } from '@corefans/chain/actions/tip.ts'
import { tipToken } from '@corefans/chain/actions/tip-token.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { refOf } from '@corefans/chain/payment-ref.ts'
import { aChain } from '@corefans/chain/testing/test-chain.ts'
import { type Address, encodeAbiParameters, encodeFunctionData, type Hex, pad, toEventSelector, zeroAddress } from 'viem'
import { getBlockNumber, sendTransaction, waitForTransactionReceipt } from 'viem/actions'
import { beforeAll, expect, test } from 'vitest'
import { reading } from '../../demo/chain.ts'
import { logsOf } from '../../kernel/chain-inbox.ts'
import { nobody, readOn } from '../../kernel/ctx.ts'
import { codeAt, contractOf, parrotCode, payTerms, relayCode, reorg, someDollars } from '../../testing/payments.ts'
import type { Person } from '../../testing/person.ts'
import { applied, aWallet, core, settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'
import { applyPayments } from './apply-logs.ts'

const world = useWorld({ ownChain: true })
type Someone = { person: Person; wallet: SigningClient }
let fan: Someone
let maya: Someone
let relays = 0

beforeAll(async () => {
  const someone = async () => {
    const person = await world().person()
    return { person, wallet: await aWallet(world(), person) }
  }
  ;[fan, maya] = [await someone(), await someone()]
})

const payments = () => contractOf(world(), 'payments')
const payee = () => maya.wallet.account.address

async function aPromise(amount = core) {
  const post = await maya.person.must('POST /api/posts', { text: 'tip me' })
  const { body } = await fan.person.call(
    'POST /api/tips',
    { handle: maya.person.handle, postId: post.id, currency: 'core', amount: amount.toString() },
    { 'idempotency-key': randomUUID() },
  )
  return { ...body, postId: post.id, ref: body.terms.ref as Hex }
}

/** Every tip that counts, with what it was for, and what the posts say. */
async function credited() {
  const tips = await world().db.sql<{ gross: string; asset: string; intent: string | null; subject: string | null; payer: string | null }>(
    `select gross::text as gross, asset, intent_id as intent, subject_id as subject, payer_id as payer from payments where purpose = 'tip' and reversed_at is null order by at, block_number, position_in_tx`,
  )
  const [{ n } = { n: 0 }] = await world().db.sql<{ n: number }>(`select coalesce(sum(tips), 0)::int as n from tip_counts`)
  expect(n).toBe(tips.filter(({ subject }) => subject).length)
  return tips
}

/** What an attempt adds: the tips that were not there before. */
async function added(attempt: () => Promise<unknown>) {
  const before = await credited()
  await attempt()
  const head = await getBlockNumber(reading(world().rpcUrl), { cacheTime: 0 })
  await applied(world(), Number(head))
  return (await credited()).slice(before.length)
}

async function relay(times: number): Promise<Address> {
  const address = pad(`0x${(0xabc000 + ++relays).toString(16)}`, { size: 20 })
  await codeAt(world(), address, relayCode(payments(), times))
  return address
}

const calldata = (to: Address, ref: Hex) => encodeFunctionData({ abi: paymentsAbi, functionName: 'tip', args: [to, ref] })

test('PAY-04 case 1: a forged event from another contract is credited 0 times', async () => {
  const promise = await aPromise()
  const selector = toEventSelector(paymentsAbi.find((entry) => entry.type === 'event' && entry.name === 'Paid') as never)
  const forger: Address = '0x00000000000000000000000000000000000f0463'
  await codeAt(world(), forger, parrotCode([selector, pad(fan.wallet.account.address), pad(payee()), promise.ref]))
  const data = encodeAbiParameters(
    ['address', 'uint256', 'uint256', 'uint8', 'bool'].map((type) => ({ type })),
    [zeroAddress, core, core / 20n, 0, false],
  )
  const tips = await added(async () => settle(world(), await sendTransaction(fan.wallet, { to: forger, data } as never)))
  expect(tips).toEqual([])
  expect((await fan.person.must('GET /api/tips/:intentId', { intentId: promise.id })).state).toBe('open')
})

test('PAY-04 case 2: the right event on another chain is credited 0 times', async () => {
  const other = await aChain()
  const promise = await aPromise()
  const tips = await added(async () => {
    const hash = await tip(other.client(0), { payments: other.contracts.payments, payee: payee(), amountWei: core, ref: promise.ref })
    expect((await other.mined(hash)).status).toBe('success')
  })
  await other.stop()
  expect(tips).toEqual([])
})

test('PAY-04 case 3: a failed transaction is credited 0 times', async () => {
  const promise = await aPromise()
  const tips = await added(async () => {
    const data = calldata(zeroAddress, promise.ref)
    const hash = await sendTransaction(fan.wallet, { to: payments(), data, value: core, gas: 200_000n } as never)
    expect((await waitForTransactionReceipt(reading(world().rpcUrl), { hash })).status).toBe('reverted')
  })
  expect(tips).toEqual([])
})

test('PAY-04 case 4: the same transaction told a hundred times is credited once', async () => {
  const promise = await aPromise()
  const tips = await added(async () => {
    const hash = await payTerms(world(), fan.wallet, promise.terms)
    const logs = (await logsOf(readOn(world().host, nobody), [payments().toLowerCase()])).filter((log) => log.txHash === hash)
    expect(logs).toHaveLength(1)
    for (let time = 0; time < 100; time++) await world().host.transact(nobody, (ctx) => applyPayments(world().host, ctx, logs))
  })
  expect(tips).toEqual([{ gross: core.toString(), asset: 'native', intent: promise.id, subject: promise.postId, payer: fan.person.id }])
  expect(await fan.person.must('GET /api/tips/:intentId', { intentId: promise.id })).toMatchObject({
    state: 'confirmed',
    tip: { delivered: true, net: { amount: ((core * 95n) / 100n).toString() } },
  })
})

test('PAY-04 case 5: two logs in one transaction are two tips, and the promise is kept by the first', async () => {
  const promise = await aPromise()
  const to = await relay(2)
  const tips = await added(async () =>
    settle(
      world(),
      await sendTransaction(fan.wallet, { to, data: calldata(payee(), promise.ref), value: 2n * core, gas: 500_000n } as never),
    ),
  )
  expect(tips.map(({ gross, intent }) => [gross, intent])).toEqual([
    [core.toString(), promise.id],
    [core.toString(), null],
  ])
})

test('PAY-04 case 6: a tip by an internal call, made without our page, is credited once', async () => {
  const to = await relay(1)
  const tips = await added(async () =>
    settle(world(), await sendTransaction(fan.wallet, { to, data: calldata(payee(), pad('0x1')), value: core, gas: 500_000n } as never)),
  )
  expect(tips).toEqual([{ gross: core.toString(), asset: 'native', intent: null, subject: null, payer: null }])
  const { items } = await maya.person.must('GET /api/me/tips', { side: 'received' })
  expect(items[0]).toMatchObject({ payer: null, payee: { id: maya.person.id }, gross: { amount: core.toString() } })
})

test('PAY-04 case 7: a wrong amount is a plain tip; the promise stays open', async () => {
  const promise = await aPromise()
  const wrong = { ...promise.terms, gross: { ...promise.terms.gross, amount: (core - 1n).toString() } }
  const tips = await added(() => payTerms(world(), fan.wallet, wrong))
  expect(tips).toMatchObject([{ gross: (core - 1n).toString(), intent: null, subject: null, payer: fan.person.id }])
  expect((await fan.person.must('GET /api/tips/:intentId', { intentId: promise.id })).state).toBe('open')
})

test('PAY-04 case 8: a wrong token is a plain tip; one of no value that anybody can make is none', async () => {
  await someDollars(world(), fan.wallet)
  const promise = await aPromise(1_000_000n)
  const inDollars = { ...promise.terms, token: contractOf(world(), 'testUsd') }
  const tips = await added(() => payTerms(world(), fan.wallet, inDollars))
  expect(tips).toMatchObject([{ gross: '1000000', asset: contractOf(world(), 'testUsd').toLowerCase(), intent: null }])
  const worthless = (await import('@corefans/chain/bytecode/test-usd.ts')).testUsdBytecode
  const hash = await sendTransaction(fan.wallet, { data: worthless } as never)
  const { contractAddress } = await waitForTransactionReceipt(reading(world().rpcUrl), { hash })
  const token = contractAddress as Address
  const mint = encodeFunctionData({
    abi: [
      { type: 'function', name: 'faucet', inputs: [{ type: 'address' }, { type: 'uint256' }], outputs: [], stateMutability: 'nonpayable' },
    ],
    args: [fan.wallet.account.address, 10n],
  })
  await settle(world(), await sendTransaction(fan.wallet, { to: token, data: mint } as never))
  expect(
    await added(async () => settle(world(), await tipToken(fan.wallet, { payments: payments(), token, payee: payee(), amount: 10n }))),
  ).toEqual([])
})

test('PAY-04 case 9: a wrong payee is tipped, and keeps no promise made to another', async () => {
  const promise = await aPromise()
  const other = await world().person()
  const theirs = await aWallet(world(), other)
  const tips = await added(() => payTerms(world(), fan.wallet, { ...promise.terms, payee: theirs.account.address }))
  expect(tips).toMatchObject([{ intent: null, subject: null }])
  expect((await other.must('GET /api/me/tips', { side: 'received' })).items).toHaveLength(1)
  expect((await fan.person.must('GET /api/tips/:intentId', { intentId: promise.id })).state).toBe('open')
})

test('PAY-04 case 10: a reference used again is a tip of its own and keeps nothing twice', async () => {
  const promise = await aPromise()
  const tips = await added(async () => {
    await payTerms(world(), fan.wallet, promise.terms)
    await payTerms(world(), fan.wallet, promise.terms)
  })
  expect(tips.map(({ intent }) => intent)).toEqual([promise.id, null])
})

test('PAY-04 case 11: a reorged tip is taken back, both sides are told, and it may come again', async () => {
  const promise = await aPromise()
  await payTerms(world(), fan.wallet, promise.terms)
  const seen = await fan.person.must('GET /api/posts/:postId', { postId: promise.postId })
  expect(seen.counts.tips).toBe(1)
  await reorg(world(), 1)
  await world().settled()
  const after = await fan.person.must('GET /api/tips/:intentId', { intentId: promise.id })
  expect(after).toMatchObject({ state: 'reversed', tip: { confirmations: { have: 0 } } })
  expect((await fan.person.must('GET /api/posts/:postId', { postId: promise.postId })).counts.tips).toBe(0)
  for (const { person } of [fan, maya]) {
    const { items } = await person.must('GET /api/notifications', { tab: 'money' })
    expect(items[0]?.text).toBe('Payment reverted: the network took back a tip of 1 CORE')
  }
  await payTerms(world(), fan.wallet, promise.terms)
  expect((await fan.person.must('GET /api/tips/:intentId', { intentId: promise.id })).state).toBe('confirmed')
})

test('PAY-04 case 12: a payment for an invoice that does not exist is the payee’s all the same, once', async () => {
  const ref = refOf(randomUUID(), 7n)
  const promise = await aPromise()
  const tips = await added(() => payTerms(world(), fan.wallet, { ...promise.terms, ref }, 'once'))
  expect(tips).toMatchObject([{ gross: core.toString(), intent: null }])
})
