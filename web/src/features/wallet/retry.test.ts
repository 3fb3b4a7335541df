import { HttpRequestError, UserRejectedRequestError } from 'viem'
import { beforeEach, expect, test, vi } from 'vitest'
import { problemOf } from '../../lib/wallet/problem-of.ts'
import type { Step } from '../../lib/wallet/transaction.ts'
import { openTransaction, type TransactionRequest } from '../../lib/wallet/transaction-flow.ts'
import { WalletProblem } from '../../lib/wallet/wallet-problem.ts'
import { actionOf } from '../payments/index.ts'
import { type Setting, wordsOf } from './step-words.ts'

const engine = vi.hoisted(() => ({
  payingWallet: vi.fn(),
  balanceOf: vi.fn(),
  activeWallet: vi.fn(),
  chainConfig: vi.fn(),
  readingClient: vi.fn(),
  perform: vi.fn(),
  followTransaction: vi.fn(),
  problemOf: vi.fn(),
  makePasskeyWallet: vi.fn(),
  takeCoin: vi.fn(),
}))
vi.mock('../../lib/wallet/load-engine.ts', () => ({ loadEngine: async () => engine }))

const one = 10n ** 18n
const money = { asset: '31337:native', decimals: 18 }
const address = `0x${'1'.repeat(40)}`
const terms = {
  payments: address,
  payee: address,
  token: null,
  ref: `0x${'0'.repeat(64)}`,
  feeBps: 500,
  gross: { ...money, amount: one.toString() },
  fee: { ...money, amount: '0' },
  net: { ...money, amount: '0' },
}
const request = (rest: Partial<TransactionRequest> = {}): TransactionRequest => ({
  action: actionOf(terms, 'tip'),
  costWei: one,
  done: 'Done',
  ...rest,
})
const setting: Setting = { payer: '0x12…ab', kind: 'browser', chain: { id: 31337, name: 'CoreFans devnet' } }

beforeEach(() => {
  engine.problemOf.mockImplementation(problemOf)
  engine.payingWallet.mockResolvedValue({ address, kind: 'demo', primary: true, linkedAt: '' })
  engine.balanceOf.mockResolvedValue(2n * one)
  engine.activeWallet.mockResolvedValue({ is: 'ready', client: {} })
  engine.chainConfig.mockResolvedValue({ confirmations: 1 })
  engine.readingClient.mockResolvedValue({})
  engine.perform.mockReset().mockResolvedValue('0xabc')
  engine.followTransaction.mockImplementation(async (_client, _transaction, tell) => tell({ is: 'mined', have: 1 }))
})

/** The step at which an request comes to rest. */
async function restOf(flow: ReturnType<typeof openTransaction>, at: readonly Step['at'][]): Promise<Step> {
  await vi.waitFor(() => expect(at).toContain(flow.step.get().at))
  return flow.step.get()
}
async function tried(rest: Partial<TransactionRequest> = {}): Promise<{ flow: ReturnType<typeof openTransaction>; step: Step }> {
  const flow = openTransaction(request(rest))
  flow.attach()
  const first = await restOf(flow, ['review', 'insufficient', 'confirmed'])
  if (first.at !== 'review') return { flow, step: first }
  flow.confirm()
  return { flow, step: await restOf(flow, ['confirmed', 'failed', 'wrong-network']) }
}

test('PAY-06 reject, wrong chain, shortage, revert, time-out and replacement each say something else', async () => {
  const words: string[] = []
  const say = async (prepare: () => unknown) => {
    prepare()
    const { step } = await tried()
    const { title, text } = wordsOf(step, setting)
    words.push(`${title}: ${text}`)
  }
  await say(() => engine.perform.mockRejectedValueOnce(new UserRejectedRequestError(new Error('no'))))
  await say(() => engine.activeWallet.mockResolvedValueOnce({ is: 'wrong-network', chainId: 1 }))
  await say(() => engine.balanceOf.mockResolvedValueOnce(one / 2n))
  await say(() => engine.followTransaction.mockRejectedValueOnce(new WalletProblem('wallet/reverted')))
  await say(() => engine.perform.mockRejectedValueOnce(new HttpRequestError({ url: 'http://node' })))
  await say(() => engine.followTransaction.mockRejectedValueOnce(new WalletProblem('wallet/replaced')))
  expect(new Set(words).size).toBe(6)
  expect(words).toEqual([
    expect.stringContaining('You cancelled'),
    expect.stringContaining('Ethereum'),
    expect.stringContaining('0.5 CORE is missing'),
    expect.stringContaining('refused this when its turn came'),
    expect.stringContaining('cannot say whether this was sent'),
    expect.stringContaining('took its place'),
  ])
})

test('PAY-06 a tip that got through without our hearing of it is not sent a second time', async () => {
  let found: string | null = null
  engine.perform.mockImplementationOnce(async () => {
    found = '0xfeed'
    throw new HttpRequestError({ url: 'http://node' })
  })
  const onConfirmed = vi.fn()
  const { flow, step } = await tried({ carriedOut: async () => found, onConfirmed })
  expect(step).toMatchObject({ at: 'failed', problem: { code: 'wallet/unsure' } })
  flow.check()
  expect(await restOf(flow, ['confirmed', 'review'])).toEqual({ at: 'confirmed', hash: '0xfeed' })
  expect(engine.perform).toHaveBeenCalledTimes(1)
  expect(onConfirmed).toHaveBeenCalledTimes(1)
})

test('M17 without a wallet one press makes it, brings test money and pays', async () => {
  const wallet = { address, kind: 'instant', primary: true, linkedAt: '' }
  const coin = { token: address, symbol: 'tUSD', decimals: 6 }
  engine.payingWallet.mockResolvedValue(null)
  engine.makePasskeyWallet.mockReset().mockResolvedValue(wallet)
  engine.balanceOf
    .mockResolvedValueOnce(0n)
    .mockResolvedValueOnce(0n)
    .mockResolvedValue(2n * one)
  engine.takeCoin.mockReset().mockResolvedValue('0xfaucet')
  const flow = openTransaction(request({ coin }))
  flow.attach()
  await restOf(flow, ['no-wallet'])
  flow.prepare({ topUp: true })
  expect(await restOf(flow, ['confirmed', 'failed'])).toMatchObject({ at: 'confirmed', hash: '0xabc' })
  expect([engine.makePasskeyWallet.mock.calls.length, engine.takeCoin.mock.calls.length, engine.perform.mock.calls.length]).toEqual([
    1, 1, 1,
  ])
})

test('M17 money that is not to be had leaves the shortage, a passkey that is not used the words; nothing is paid', async () => {
  engine.payingWallet.mockResolvedValue(null)
  engine.makePasskeyWallet.mockReset().mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'))
  const flow = openTransaction(request())
  flow.attach()
  await restOf(flow, ['no-wallet'])
  flow.prepare({ topUp: false })
  expect(await restOf(flow, ['failed'])).toMatchObject({ problem: { code: 'wallet/passkey-cancelled' } })
  engine.balanceOf.mockResolvedValue(0n)
  engine.makePasskeyWallet.mockResolvedValue({ address, kind: 'instant', primary: true, linkedAt: '' })
  flow.check()
  await restOf(flow, ['no-wallet'])
  flow.prepare({ topUp: false })
  expect(await restOf(flow, ['insufficient'])).toMatchObject({ needWei: one, haveWei: 0n })
  expect(engine.perform).not.toHaveBeenCalled()
})
