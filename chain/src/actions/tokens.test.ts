import { parseEther, zeroAddress } from 'viem'
import { getBalance } from 'viem/actions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceClock } from '../devnet/clock.ts'
import { problemOf } from '../errors.ts'
import { aChain, type TestChain } from '../testing/test-chain.ts'
import { areGoodTerms, type TokenTerms } from '../token-terms.ts'
import { buyFirstToken, buyToken, buyTokenExact } from './buy-token.ts'
import { claimTokenFees, owedByToken } from './claim-token-fees.ts'
import { createToken, createTokenFor } from './create-token.ts'
import { quoteBuyToken, quoteBuyTokenExact, quoteSellToken } from './quote-token.ts'
import { readToken, tokenBalanceOf, tokenOf } from './read-personal-token.ts'
import { sellToken } from './sell-token.ts'
import { signTokenTerms } from './sign-token-terms.ts'
import { transferToken } from './transfer-token.ts'

const one = parseEther('1')
const later = 2n ** 63n
const terms: TokenTerms = { name: 'Maya Rivers', symbol: 'MAYA', preset: 1, creatorBps: 300, lockSeconds: 86_400 }
let chain: TestChain
let creators = 1

beforeAll(async () => {
  chain = await aChain()
})
afterAll(() => chain.stop())

const fan = () => chain.client(8)
const friend = () => chain.client(9)
const problemWith = async (attempt: Promise<unknown>) =>
  problemOf(
    await attempt.then(
      () => null,
      (error: unknown) => error,
    ),
  ).code

/** A token of a creator nobody else uses, past its first minute. */
async function aToken() {
  const creator = chain.client(creators++)
  const { tokenFactory } = chain.contracts
  await chain.mined(await createToken(creator, { tokenFactory, terms }))
  await advanceClock(creator, 61_000)
  return { creator, token: await tokenOf(creator, { tokenFactory, creator: creator.account.address }) }
}

/** Wei that left an account by a transaction; gas costs nothing on the devnet. */
async function spentBy(account: ReturnType<typeof fan>, deed: () => Promise<`0x${string}`>): Promise<bigint> {
  const before = await getBalance(account, account.account)
  expect((await chain.mined(await deed())).status).toBe('success')
  return before - (await getBalance(account, account.account))
}

test('M05 quotes are executions to the wei, and the loss of a round trip is what was shown', async () => {
  const { token } = await aToken()
  await chain.mined(await buyToken(friend(), { token, valueWei: 3n * one, minOut: 1n, deadlineS: later }))
  const quote = await quoteBuyToken(fan(), { token, valueWei: one })
  if (!quote) throw new Error('no quote')
  expect(await spentBy(fan(), () => buyToken(fan(), { token, valueWei: one, minOut: quote.out, deadlineS: later }))).toBe(one)
  const held = await tokenBalanceOf(fan(), { token, account: fan().account.address })
  expect(held).toBe(quote.out)
  const back = await quoteSellToken(fan(), { token, amount: held })
  expect(back?.outWei).toBe(quote.backWei)
  expect(back?.priceWei).toBe(quote.priceAfterWei)
  const got = -(await spentBy(fan(), () => sellToken(fan(), { token, amount: held, minOutWei: quote.backWei, deadlineS: later })))
  expect(got).toBe(quote.backWei)
  expect(quote.lossBps).toBe(Number(((one - got) * 10_000n) / one))
  const exact = await quoteBuyTokenExact(fan(), { token, amount: 2n * one })
  if (!exact) throw new Error('no quote')
  const buyTwo = () => buyTokenExact(fan(), { token, amount: 2n * one, maxWei: one, deadlineS: later })
  expect(await spentBy(fan(), buyTwo)).toBe(exact.valueWei)
})

test('M05 in the launch window a quote is the worst case of any deadline', async () => {
  const { tokenFactory } = chain.contracts
  const creator = chain.client(creators++)
  await chain.mined(await createToken(creator, { tokenFactory, terms }))
  const token = await tokenOf(creator, { tokenFactory, creator: creator.account.address })
  const quote = await quoteBuyToken(fan(), { token, valueWei: one })
  if (!quote) throw new Error('no quote')
  expect(quote.lockedForEver).toBeGreaterThan(quote.out)
  await advanceClock(creator, 20_000)
  await chain.mined(await buyToken(fan(), { token, valueWei: one, minOut: quote.out, deadlineS: later }))
  expect(await tokenBalanceOf(fan(), { token, account: fan().account.address })).toBeGreaterThan(quote.out)
})

test('TOK-01 the first purchase of a fan’s token makes it, on the terms the fan signed for free', async () => {
  const { tokenFactory } = chain.contracts
  const newfan = chain.client(creators++)
  const signed = await signTokenTerms(newfan, { tokenFactory, terms })
  const token = await tokenOf(fan(), { tokenFactory, creator: newfan.account.address })
  expect(await readToken(fan(), { token })).toBeNull()
  expect(await quoteBuyToken(fan(), { token, valueWei: one })).toBeNull()
  const quote = await quoteBuyTokenExact(fan(), { token, terms, amount: one })
  if (!quote) throw new Error('no quote')
  expect(quote.lockedForEver).toBe(0n)
  const buy = { tokenFactory, signed, valueWei: quote.valueWei, minOut: one, deadlineS: later }
  expect(await spentBy(fan(), () => buyFirstToken(fan(), buy))).toBe(quote.valueWei)
  const made = await readToken(fan(), { token })
  expect(made).toMatchObject({ creator: newfan.account.address, preset: 1, creatorBps: 300n })
  expect(await tokenBalanceOf(fan(), { token, account: fan().account.address })).toBe(made?.supply)
  expect(await problemWith(createTokenFor(fan(), { tokenFactory, signed }))).toBe('tokens/exists')
})

test('TOK-04 and TOK-05 a price that moved is told, and no money moves', async () => {
  const { token, creator } = await aToken()
  const quote = await quoteBuyToken(fan(), { token, valueWei: one })
  await chain.mined(await buyToken(friend(), { token, valueWei: one, minOut: 0n, deadlineS: later }))
  const before = await getBalance(fan(), fan().account)
  const late = { token, valueWei: one, minOut: quote?.out ?? 0n, deadlineS: later }
  expect(await problemWith(buyToken(fan(), late))).toBe('tokens/price-moved')
  expect(await problemWith(buyTokenExact(fan(), { token, amount: one, maxWei: 1n, deadlineS: later }))).toBe('tokens/price-moved')
  expect(await problemWith(buyToken(fan(), { ...late, minOut: 0n, deadlineS: 1n }))).toBe('tokens/too-late')
  expect(await getBalance(fan(), fan().account)).toBe(before)
  const sale = { token, amount: one, minOutWei: one, deadlineS: later }
  expect(await problemWith(sellToken(friend(), sale))).toBe('tokens/price-moved')
  expect(await problemWith(sellToken(creator, { ...sale, minOutWei: 0n }))).toBe('payments/insufficient-balance')
})

test('tokens move, fees are claimed, and each refusal has its code', async () => {
  const { token, creator } = await aToken()
  const { tokenFactory } = chain.contracts
  await chain.mined(await buyToken(fan(), { token, valueWei: one, minOut: 0n, deadlineS: later }))
  await chain.mined(await transferToken(fan(), { token, to: friend().account.address, amount: one }))
  expect(await tokenBalanceOf(fan(), { token, account: friend().account.address })).toBeGreaterThanOrEqual(one)
  const { creatorWei } = await owedByToken(fan(), { token })
  const before = await getBalance(fan(), creator.account)
  await chain.mined(await claimTokenFees(fan(), { token }))
  expect((await getBalance(fan(), creator.account)) - before).toBe(creatorWei)
  expect(await problemWith(claimTokenFees(fan(), { token }))).toBe('tokens/nothing-to-claim')
  expect(await problemWith(transferToken(fan(), { token, to: zeroAddress, amount: 1n }))).toBe('tokens/receiver-refused')
  expect(await problemWith(createToken(chain.client(7), { tokenFactory, terms: { ...terms, creatorBps: 501 } }))).toBe(
    'tokens/terms-refused',
  )
})

test('terms signed by somebody else, or bent, make no token', async () => {
  const { tokenFactory } = chain.contracts
  const newfan = chain.client(7)
  const signed = await signTokenTerms(newfan, { tokenFactory, terms })
  const bent = { ...signed, terms: { ...terms, creatorBps: 500 } }
  expect(await problemWith(createTokenFor(fan(), { tokenFactory, signed: bent }))).toBe('tokens/signature-refused')
  const stolen = { ...signed, creator: friend().account.address }
  expect(await problemWith(createTokenFor(fan(), { tokenFactory, signed: stolen }))).toBe('tokens/signature-refused')
  const dear = { tokenFactory, signed, valueWei: 201n * one, minOut: 0n, deadlineS: later }
  expect(await problemWith(buyFirstToken(fan(), dear))).toBe('tokens/first-buy-too-large')
})

test('a name a wallet cannot show without doubt is no name', () => {
  expect(areGoodTerms(terms)).toBe(true)
  for (const bad of [{ name: '' }, { name: 'x'.repeat(33) }, { name: 'a\u202eb' }, { symbol: 'maya' }, { symbol: 'A'.repeat(12) }])
    expect(areGoodTerms({ ...terms, ...bad })).toBe(false)
  for (const bad of [{ preset: 3 }, { creatorBps: 501 }, { creatorBps: 0.5 }, { lockSeconds: -1 }])
    expect(areGoodTerms({ ...terms, ...bad })).toBe(false)
})
