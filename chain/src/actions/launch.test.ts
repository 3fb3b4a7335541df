import { type Address, createClient, type Hash, http, parseEther, toHex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { getBalance, getTransactionReceipt } from 'viem/actions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { devnet } from '../chains.ts'
import type { SigningClient } from '../clients.ts'
import { unmade } from '../curve.ts'
import { advanceClock } from '../devnet/clock.ts'
import { problemOf } from '../errors.ts'
import { batchLaunchOf, exitOf, LAUNCH_OPEN_S, LAUNCH_PATIENCE_S, mostTargetWei, usualBounds, whyNotLaunch } from '../launch.ts'
import { aChain, type TestChain } from '../testing/test-chain.ts'
import { type TokenTerms, termsArg } from '../token-terms.ts'
import { createToken } from './create-token.ts'
import { abandonLaunch, claimFromLaunch, depositInLaunch, openLaunch, settleLaunch } from './launch.ts'
import { quoteLaunchDeposit, readLaunch } from './read-launch.ts'
import { tokenBalanceOf, tokenOf } from './read-personal-token.ts'
import { sellToken } from './sell-token.ts'

const one = parseEther('1')
const terms: TokenTerms = { name: 'Maya Rivers', symbol: 'MAYA', preset: 1, creatorBps: 300, lockSeconds: 0 }
const sealed = termsArg(terms)
const bounds = { capWei: 5n * one, targetWei: 100n * one }
let chain: TestChain
let batchLaunch: Address
let creators = 1
let launches = 0n

beforeAll(async () => {
  chain = await aChain()
  batchLaunch = batchLaunchOf(chain.contracts.tokenFactory)
})
afterAll(() => chain.stop())

const ask = (method: string, ...params: unknown[]) => chain.client(0).request({ method: method as never, params: params as never })
const problemWith = async (attempt: Promise<unknown>) =>
  problemOf(
    await attempt.then(
      () => null,
      (error: unknown) => error,
    ),
  ).code

/** A launch of a creator nobody else uses. */
async function aLaunch(within = bounds) {
  const creator = chain.client(creators++)
  await chain.mined(await openLaunch(creator, { batchLaunch, terms, ...within }))
  launches += 1n
  return { creator, at: { batchLaunch, id: launches } }
}

async function someone(wei: bigint): Promise<SigningClient> {
  const account = privateKeyToAccount(generatePrivateKey())
  await ask('anvil_setBalance', account.address, toHex(wei))
  return createClient({ account, chain: devnet, transport: http(chain.anvil.rpcUrl), pollingInterval: 20, cacheTime: 0 })
}

/** What somebody has in the end; gas costs nothing on the devnet. */
async function endOf(person: SigningClient, token: Address): Promise<{ leftWei: bigint; got: bigint }> {
  const [leftWei, got] = await Promise.all([
    getBalance(person, { address: person.account.address }),
    tokenBalanceOf(person, { token, account: person.account.address }),
  ])
  return { leftWei, got }
}

/** Everybody does it at once: one block holds all of them. */
async function inOneBlock(people: readonly SigningClient[], does: (person: SigningClient, index: number) => Promise<Hash>) {
  await ask('evm_setAutomine', false)
  const hashes = await Promise.all(people.map(does))
  await ask('evm_mine')
  await ask('evm_setAutomine', true)
  const receipts = await Promise.all(hashes.map((hash) => getTransactionReceipt(chain.client(0), { hash })))
  expect(new Set(receipts.map(({ blockNumber, status }) => `${blockNumber} ${status}`)).size).toBe(1)
  expect(receipts[0]?.status).toBe('success')
}

test('M03 fifty bots and ten humans in one block pay one price, no bot above the cap, and the rest is back to the wei', async () => {
  const { creator, at } = await aLaunch()
  const bots = Array.from({ length: 50 }, () => 100n * one)
  const humans = Array.from({ length: 10 }, (_, i) => (BigInt(i + 1) * one) / 2n)
  const wei = [...bots, ...humans]
  const people = await Promise.all(wei.map(someone))
  await inOneBlock(people, (person, i) => depositInLaunch(person, { ...at, valueWei: wei[i] ?? 0n }))
  await advanceClock(creator, 601_000)
  const { tokenFactory } = chain.contracts
  const account = people[0]?.account.address as Address
  const quote = await quoteLaunchDeposit(creator, { ...at, tokenFactory, account, valueWei: 0n, terms })
  await chain.mined(await settleLaunch(chain.client(9), { ...at, sealed }))
  await inOneBlock(people, (person) => claimFromLaunch(person, at))
  const token = await tokenOf(creator, { tokenFactory, creator: creator.account.address })
  const { countedWei, tokens } = await readLaunch(creator, { ...at, account })
  expect(countedWei).toBe((50n * 5n + 27n) * one + one / 2n)
  const ends = await Promise.all(people.map(async (person, i) => ({ person, put: wei[i] as bigint, ...(await endOf(person, token)) })))
  for (const { put, leftWei, got } of ends) {
    const mine = put < bounds.capWei ? put : bounds.capWei
    expect(got).toBe((mine * tokens) / countedWei)
    expect(put - leftWei).toBe(mine - (mine * (countedWei - bounds.targetWei)) / countedWei)
    expect(put - leftWei).toBeLessThanOrEqual(bounds.capWei)
  }
  const [bot] = ends
  expect(quote).toMatchObject({ tokens: bot?.got, refundWei: bot?.leftWei, countsWei: bounds.capWei })
  expect(await tokenBalanceOf(creator, { token, account: batchLaunch })).toBeLessThan(60n)
  expect(await getBalance(creator, { address: batchLaunch })).toBeLessThan(60n)
})

test('M03 what a deposit gets is known before it is made, and if nobody else comes it is that, to the wei', async () => {
  const { creator, at } = await aLaunch()
  const [first, mine] = [await someone(10n * one), await someone(10n * one)]
  await chain.mined(await depositInLaunch(first, { ...at, valueWei: 3n * one }))
  const { tokenFactory } = chain.contracts
  const asked = { ...at, tokenFactory, account: mine.account.address, valueWei: 7n * one, terms }
  const quote = await quoteLaunchDeposit(mine, asked)
  if (!quote) throw new Error('no quote')
  expect(quote).toMatchObject({ countsWei: 5n * one, refundWei: 2n * one, paidWei: 5n * one })
  expect(quote.priceWei).toBeLessThan(quote.worstPriceWei)
  const { nowS, closesAtS } = await readLaunch(mine, { ...at, account: mine.account.address })
  expect(closesAtS - nowS).toBeLessThanOrEqual(LAUNCH_OPEN_S)
  await chain.mined(await depositInLaunch(mine, { ...at, valueWei: 7n * one }))
  await advanceClock(creator, 601_000)
  await chain.mined(await settleLaunch(first, { ...at, sealed }))
  const before = await getBalance(mine, mine.account)
  await chain.mined(await claimFromLaunch(mine, at))
  expect((await getBalance(mine, mine.account)) - before).toBe(quote.refundWei)
  const token = await tokenOf(creator, { tokenFactory, creator: creator.account.address })
  expect(await tokenBalanceOf(mine, { token, account: mine.account.address })).toBe(quote.tokens)
})

test('M03 each step has its time, and each refusal its code', async () => {
  const { creator, at } = await aLaunch()
  const fan = await someone(10n * one)
  expect(await problemWith(settleLaunch(fan, { ...at, sealed }))).toBe('tokens/batch-not-due')
  expect(await problemWith(abandonLaunch(fan, at))).toBe('tokens/batch-not-due')
  expect(await problemWith(claimFromLaunch(fan, at))).toBe('tokens/batch-not-due')
  expect(await problemWith(depositInLaunch(fan, { ...at, valueWei: 0n }))).toBe('tokens/amount-refused')
  expect(await problemWith(openLaunch(fan, { batchLaunch, terms, capWei: 2n, targetWei: 1n }))).toBe('tokens/amount-refused')
  expect(await problemWith(openLaunch(fan, { batchLaunch, terms: { ...terms, creatorBps: 501 }, ...bounds }))).toBe('tokens/terms-refused')
  await chain.mined(await depositInLaunch(fan, { ...at, valueWei: one }))
  await advanceClock(creator, 601_000)
  expect(await problemWith(depositInLaunch(fan, { ...at, valueWei: one }))).toBe('tokens/batch-closed')
  expect(await problemWith(settleLaunch(fan, { ...at, sealed: { ...sealed, creatorBps: 500 } }))).toBe('tokens/terms-refused')
  await advanceClock(creator, Number(LAUNCH_PATIENCE_S) * 1_000)
  await chain.mined(await abandonLaunch(fan, at))
  await chain.mined(await claimFromLaunch(fan, at))
  expect(await getBalance(fan, fan.account)).toBe(10n * one)
  expect(await problemWith(claimFromLaunch(fan, at))).toBe('tokens/nothing-to-claim')
})

test('M03 a token made in another way meanwhile fails the launch, and everything goes back', async () => {
  const { creator, at } = await aLaunch()
  const fan = await someone(10n * one)
  await chain.mined(await depositInLaunch(fan, { ...at, valueWei: 2n * one }))
  await chain.mined(await createToken(creator, { tokenFactory: chain.contracts.tokenFactory, terms }))
  await advanceClock(creator, 601_000)
  await chain.mined(await settleLaunch(fan, { ...at, sealed }))
  expect(await readLaunch(fan, { ...at, account: fan.account.address })).toMatchObject({ state: 'failed', depositWei: 2n * one })
  await chain.mined(await claimFromLaunch(fan, at))
  expect(await getBalance(fan, fan.account)).toBe(10n * one)
  expect(await problemWith(openLaunch(creator, { batchLaunch, terms, ...bounds }))).toBe('tokens/exists')
})

test('M03 the bounds we propose are good ones, and those we refuse are named', () => {
  for (const preset of [0, 1, 2])
    for (const creatorBps of [0, 300, 500]) expect(whyNotLaunch(usualBounds({ preset, creatorBps }), { preset, creatorBps })).toBeNull()
  expect(whyNotLaunch({ capWei: 1n, targetWei: one }, terms)).toBe('cap-small')
  expect(whyNotLaunch({ capWei: 2n * one, targetWei: one }, terms)).toBe('cap-large')
  expect(whyNotLaunch({ capWei: one, targetWei: mostTargetWei(terms) + 1n }, terms)).toBe('target-large')
})

test('F1 what the page promises of an exit, first and last, is what the chain pays; the two differ by less than the fees', async () => {
  const { creator, at } = await aLaunch({ capWei: 125n * one, targetWei: mostTargetWei(terms) })
  const refused = { batchLaunch, terms, capWei: one, targetWei: mostTargetWei(terms) + 1n }
  expect(await problemWith(openLaunch(chain.client(9), refused))).toBe('tokens/amount-refused')
  const people = await Promise.all([125n * one, 125n * one].map(someone))
  for (const person of people) await chain.mined(await depositInLaunch(person, { ...at, valueWei: 125n * one }))
  await advanceClock(creator, 601_000)
  await chain.mined(await settleLaunch(chain.client(9), { ...at, sealed }))
  const token = await tokenOf(creator, { tokenFactory: chain.contracts.tokenFactory, creator: creator.account.address })
  const { tokens } = await readLaunch(creator, { ...at, account: creator.account.address })
  await advanceClock(creator, 61_000)
  const got: bigint[] = []
  const amount = tokens / 2n
  const promise = exitOf(unmade(terms, 0n), { tokens: amount * 2n, amount })
  for (const person of people) {
    await chain.mined(await claimFromLaunch(person, at))
    const before = await getBalance(person, person.account)
    await chain.mined(await sellToken(person, { token, amount, minOutWei: 0n, deadlineS: 2n ** 64n }))
    got.push((await getBalance(person, person.account)) - before)
  }
  expect(tokens).toBe(amount * 2n)
  expect(got).toEqual([promise?.firstWei, promise?.lastWei])
  const [first = 0n, last = 0n] = got
  expect(first).toBeLessThan(125n * one)
  expect(first - last).toBeLessThan(125n * one - (first + last) / 2n)
})
