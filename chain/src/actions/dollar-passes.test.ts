import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemOf } from '../errors.ts'
import { platformFeeDown } from '../fees.ts'
import { OPEN_SUPPLY, passIdOf } from '../pass-id.ts'
import { aChain, type TestChain } from '../testing/test-chain.ts'
import { buyPass } from './buy-pass.ts'
import { collectionOf } from './collection-of.ts'
import { createCollectionWithTier } from './create-collection-with-tier.ts'
import { cancelVouchers, forAnyone, giveMint, signVoucher } from './give-mint.ts'
import { quotePass } from './quote-pass.ts'
import { readPass } from './read-pass.ts'
import { readTier } from './read-tier.ts'
import { balanceOfToken, takeTestUsd } from './read-token.ts'
import { renewPass } from './renew-pass.ts'
import { owedBy, withdraw } from './withdraw.ts'

const dollar = 1_000_000n
const price = 12n * dollar
const month = 30 * 86_400
let chain: TestChain
let testUsd: `0x${string}`
let pass: `0x${string}`

const creator = () => chain.client(1)
const fan = () => chain.client(2)
const dollarsOf = (account: `0x${string}`) => balanceOfToken(fan(), { token: testUsd, account })
const problemWith = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => problemOf(error).code,
  )

beforeAll(async () => {
  chain = await aChain()
  const { passFactory } = chain.contracts
  testUsd = chain.contracts.testUsd as `0x${string}`
  const terms = { tierId: 1, priceWei: price, durationS: month, maxSupply: OPEN_SUPPLY, perks: 0n, flags: 0, payToken: testUsd }
  await chain.mined(await createCollectionWithTier(creator(), { passFactory, ...terms }))
  pass = await collectionOf(creator(), { passFactory, creator: creator().account.address })
  await chain.mined(await takeTestUsd(fan(), { testUsd, amount: 100n * dollar }))
})
afterAll(() => chain.stop())

test('PAY-01 a pass priced in dollars is bought and renewed for exactly its price, and no allowance is left', async () => {
  expect(await readTier(fan(), { pass, tierId: 1 })).toMatchObject({ priceWei: price, payToken: testUsd })
  const quote = await quotePass(fan(), { pass, tierId: 1 })
  const before = await dollarsOf(fan().account.address)
  await chain.mined(await buyPass(fan(), { pass, tierId: 1, priceWei: price, payToken: testUsd }))
  expect(before - (await dollarsOf(fan().account.address))).toBe(quote?.totalWei)
  const id = passIdOf(1, 1)
  const { expiresAtS } = await readPass(fan(), { pass, id })
  await chain.mined(await renewPass(fan(), { pass, id, periods: 2, totalWei: 2n * price, payToken: testUsd }))
  expect((await readPass(fan(), { pass, id })).expiresAtS).toBe((expiresAtS ?? 0n) + 2n * BigInt(month))
  expect(before - (await dollarsOf(fan().account.address))).toBe(3n * price)
  const fee = platformFeeDown(3n * price)
  expect(await owedBy(fan(), { pass, token: testUsd })).toEqual({ creatorWei: 3n * price - fee, platformWei: fee })
  expect(await problemWith(renewPass(fan(), { pass, id, periods: 1, totalWei: price }))).toBe('passes/no-value-here')
  await chain.mined(await withdraw(fan(), { pass, part: 'creator', token: testUsd }))
  expect(await dollarsOf(creator().account.address)).toBe(3n * price - fee)
})

test('a voucher at a price in dollars takes exactly that; a withdrawn word is void for everybody', async () => {
  const deadline = 2n ** 40n
  const sign = async (nonce: bigint) => {
    const voucher = { tierId: 1, to: forAnyone, price: 2n * dollar, nonce, deadline }
    return { pass, voucher, signature: await signVoucher(creator(), { pass, voucher }), payToken: testUsd }
  }
  const before = await dollarsOf(fan().account.address)
  await chain.mined(await giveMint(fan(), await sign(256n)))
  expect(before - (await dollarsOf(fan().account.address))).toBe(2n * dollar)
  await chain.mined(await cancelVouchers(creator(), { pass, word: 1n, mask: 0b111n }))
  for (const nonce of [256n, 257n, 258n]) expect(await problemWith(giveMint(fan(), await sign(nonce)))).toBe('passes/voucher-spent')
})
