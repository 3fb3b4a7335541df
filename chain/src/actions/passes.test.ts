import { parseEther } from 'viem'
import { getBalance } from 'viem/actions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { coreTestnet } from '../chains.ts'
import { advanceClock } from '../devnet/clock.ts'
import { problemOf } from '../errors.ts'
import { platformFeeDown } from '../fees.ts'
import { OPEN_SUPPLY, passIdOf, TIER_FLAGS } from '../pass-id.ts'
import { aChain, clientFor, type TestChain } from '../testing/test-chain.ts'
import { buyPass } from './buy-pass.ts'
import { collectionOf } from './collection-of.ts'
import { createCollection } from './create-collection.ts'
import { createCollectionWithTier } from './create-collection-with-tier.ts'
import { quotePass } from './quote-pass.ts'
import { readPass } from './read-pass.ts'
import { readTier } from './read-tier.ts'
import { renewPass } from './renew-pass.ts'
import { setTier } from './set-tier.ts'
import type { TierTerms } from './tier-terms.ts'
import { transferPass } from './transfer-pass.ts'
import { owedBy, withdraw } from './withdraw.ts'

const month = 30 * 86_400
const priceWei = parseEther('2.5')
let chain: TestChain
let creators = 1

beforeAll(async () => {
  chain = await aChain()
})
afterAll(() => chain.stop())

const terms = (over: Partial<TierTerms> = {}): TierTerms => ({
  ...{ tierId: 1, priceWei, durationS: month, maxSupply: OPEN_SUPPLY, perks: 5n, flags: 0 },
  ...over,
})

/** A collection of a creator nobody else uses, with one tier on these terms. */
async function aCollection(over: Partial<TierTerms> = {}) {
  const creator = chain.client(creators++)
  const { passFactory } = chain.contracts
  await chain.mined(await createCollectionWithTier(creator, { passFactory, ...terms(over) }))
  const pass = await collectionOf(creator, { passFactory, creator: creator.account.address })
  return { creator, pass }
}

const fan = () => chain.client(8)
const friend = () => chain.client(9)
const problemWith = async (attempt: Promise<unknown>) =>
  problemOf(
    await attempt.then(
      () => null,
      (error: unknown) => error,
    ),
  ).code

test('a fan buys a pass for the quoted price and holds it for one period', async () => {
  const { pass } = await aCollection()
  const quote = await quotePass(fan(), { pass, tierId: 1 })
  expect(quote).toMatchObject({ totalWei: priceWei, feeWei: platformFeeDown(priceWei), durationS: month })
  const receipt = await chain.mined(await buyPass(fan(), { pass, tierId: 1, priceWei }))
  expect(receipt.status).toBe('success')
  const held = await readPass(fan(), { pass, id: passIdOf(1, 1) })
  expect(held).toMatchObject({ owner: fan().account.address, tierId: 1, serial: 1, isActive: true, nonce: 0 })
  expect(await readTier(fan(), { pass, tierId: 1 })).toMatchObject({ minted: 1, perks: 5n })
  expect(await owedBy(fan(), { pass })).toEqual({
    creatorWei: priceWei - platformFeeDown(priceWei),
    platformWei: platformFeeDown(priceWei),
  })
})

test('access moves with the pass, and a renewal by anyone lands in the pass', async () => {
  const { pass } = await aCollection()
  const id = passIdOf(1, 1)
  await chain.mined(await buyPass(fan(), { pass, tierId: 1, priceWei }))
  await chain.mined(await transferPass(fan(), { pass, id, to: friend().account.address }))
  const before = await readPass(fan(), { pass, id })
  expect(before).toMatchObject({ owner: friend().account.address, nonce: 1 })
  await chain.mined(await renewPass(fan(), { pass, id, periods: 2, totalWei: 2n * priceWei }))
  const after = await readPass(fan(), { pass, id })
  expect(after.owner).toBe(friend().account.address)
  expect(after.expiresAtS).toBe((before.expiresAtS ?? 0n) + 2n * BigInt(month))
  await advanceClock(fan(), 4 * month * 1000)
  expect((await readPass(fan(), { pass, id })).isActive).toBe(false)
})

test('a lifetime pass has no expiry', async () => {
  const { pass } = await aCollection({ durationS: 0, priceWei: 0n })
  await chain.mined(await buyPass(fan(), { pass, tierId: 1, priceWei: 0n, to: friend().account.address }))
  const held = await readPass(fan(), { pass, id: passIdOf(1, 1) })
  expect(held).toMatchObject({ owner: friend().account.address, expiresAtS: null, isActive: true })
})

test('creator and platform are paid their parts', async () => {
  const { pass, creator } = await aCollection()
  await chain.mined(await buyPass(fan(), { pass, tierId: 1, priceWei }))
  const before = await getBalance(fan(), creator.account)
  await chain.mined(await withdraw(fan(), { pass, part: 'creator' }))
  await chain.mined(await withdraw(fan(), { pass, part: 'platform' }))
  expect((await getBalance(fan(), creator.account)) - before).toBe(priceWei - platformFeeDown(priceWei))
  expect(await owedBy(fan(), { pass })).toEqual({ creatorWei: 0n, platformWei: 0n })
  expect(await problemWith(withdraw(fan(), { pass, part: 'creator' }))).toBe('passes/nothing-owed')
})

test('each refusal has its code', async () => {
  const { pass, creator } = await aCollection({ maxSupply: 1, flags: TIER_FLAGS.soulbound })
  const { passFactory } = chain.contracts
  expect(await problemWith(createCollection(creator, { passFactory }))).toBe('passes/collection-exists')
  expect(await problemWith(setTier(fan(), { pass, ...terms() }))).toBe('passes/not-creator')
  expect(await problemWith(setTier(creator, { pass, ...terms({ priceWei: 1n }) }))).toBe('passes/price-not-whole')
  expect(await problemWith(buyPass(fan(), { pass, tierId: 9, priceWei }))).toBe('passes/tier-unknown')
  expect(await problemWith(buyPass(fan(), { pass, tierId: 1, priceWei: priceWei - 20n }))).toBe('passes/price-moved')
  expect(await problemWith(buyPass(fan(), { pass, tierId: 1, priceWei: priceWei * 2n }))).toBe('passes/wrong-value')
  await chain.mined(await buyPass(fan(), { pass, tierId: 1, priceWei }))
  expect(await problemWith(buyPass(fan(), { pass, tierId: 1, priceWei }))).toBe('passes/sold-out')
  const move = { pass, id: passIdOf(1, 1), to: friend().account.address }
  expect(await problemWith(transferPass(fan(), move))).toBe('passes/soulbound')
  expect(await problemWith(readPass(fan(), { pass, id: passIdOf(1, 2) }))).toBe('passes/unknown')
})

test('an empty wallet is told so, and a dead node too', async () => {
  const { pass } = await aCollection({ priceWei: parseEther('1000000') })
  const dear = parseEther('1000000')
  expect(await problemWith(buyPass(fan(), { pass, tierId: 1, priceWei: dear }))).toBe('wallet/insufficient-funds')
  expect(await problemWith(readPass(clientFor('http://127.0.0.1:9', 0), { pass, id: 1n }))).toBe('chain/unreachable')
})

test('a wallet on another network is told so before anything else', async () => {
  const { pass } = await aCollection()
  const lost = { ...fan(), chain: coreTestnet }
  expect(await problemWith(buyPass(lost, { pass, tierId: 1, priceWei }))).toBe('wallet/wrong-chain')
})

test('a quote for a tier that was never set is null', async () => {
  const { pass } = await aCollection()
  expect(await quotePass(fan(), { pass, tierId: 2 })).toBeNull()
})
