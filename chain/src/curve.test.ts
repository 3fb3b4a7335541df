import fc from 'fast-check'
import { parseEther } from 'viem'
import { readContract } from 'viem/actions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personalTokenAbi } from './abi/personal-token.ts'
import { buyToken, buyTokenExact } from './actions/buy-token.ts'
import { owedByToken } from './actions/claim-token-fees.ts'
import { createToken } from './actions/create-token.ts'
import { readToken, tokenOf } from './actions/read-personal-token.ts'
import { sellToken } from './actions/sell-token.ts'
import { type CurveState, costOf, firstBuyMaxWei, purchaseFor, reserveOf, saleOf, spotPriceOf, TOKEN_LIMIT } from './curve.ts'
import { advanceClock } from './devnet/clock.ts'
import { aChain, type TestChain } from './testing/test-chain.ts'

const later = 2n ** 63n
let chain: TestChain

beforeAll(async () => {
  chain = await aChain()
})
afterAll(() => chain.stop())

async function aToken(creator: number, preset: number, creatorBps: number) {
  const { tokenFactory } = chain.contracts
  const client = chain.client(creator)
  await chain.mined(
    await createToken(client, { tokenFactory, terms: { name: 'Maya', symbol: 'MAYA', preset, creatorBps, lockSeconds: 0 } }),
  )
  await advanceClock(client, 61_000)
  return tokenOf(client, { tokenFactory, creator: client.account.address })
}

/** Plays one random sequence on the EVM and in whole numbers, and compares everything after each step. */
async function playBoth(creator: number, preset: number, creatorBps: number, steps: readonly { kind: number; size: bigint }[]) {
  const token = await aToken(creator, preset, creatorBps)
  const fan = chain.client(9)
  let model = (await readToken(fan, { token })) as CurveState
  const owed = { creatorWei: 0n, protocolWei: 0n }
  for (const { kind, size } of steps) {
    const buyWei = 1n + (size % parseEther('20'))
    const part = model.supply === 0n ? 0n : 1n + (size % model.supply)
    const amount = 1n + (size % parseEther('500'))
    const step =
      kind === 0 || part === 0n
        ? { purchase: purchaseFor(model, buyWei), run: () => buyToken(fan, { token, valueWei: buyWei, minOut: 0n, deadlineS: later }) }
        : kind === 1
          ? {
              purchase: costOf(model, amount),
              run: () => buyTokenExact(fan, { token, amount, maxWei: parseEther('500'), deadlineS: later }),
            }
          : { sale: saleOf(model, part), run: () => sellToken(fan, { token, amount: part, minOutWei: 0n, deadlineS: later }) }
    await chain.mined(await step.run())
    const fees = step.purchase ?? step.sale
    if (!fees) throw new Error('the EVM did what the model refuses')
    model = { ...model, supply: step.purchase ? model.supply + step.purchase.out : model.supply - part }
    owed.creatorWei += fees.creatorWei
    owed.protocolWei += fees.protocolWei
    const now = await readToken(fan, { token })
    expect(now?.supply).toBe(model.supply)
    expect(await owedByToken(fan, { token })).toEqual(owed)
    const at = { address: token, abi: personalTokenAbi } as const
    expect(await readContract(fan, { ...at, functionName: 'reserveOf', args: [model.supply] })).toBe(reserveOf(model.supply, preset))
    expect(await readContract(fan, { ...at, functionName: 'spotPrice' })).toBe(spotPriceOf(model))
  }
}

const steps = fc.array(fc.record({ kind: fc.integer({ min: 0, max: 2 }), size: fc.bigInt({ min: 0n, max: 2n ** 80n }) }), {
  minLength: 15,
  maxLength: 25,
})

test('random sequences come to the same wei in the EVM and in whole numbers', async () => {
  let creator = 0
  const anySequence = fc.asyncProperty(
    fc.integer({ min: 0, max: 2 }),
    fc.integer({ min: 0, max: 500 }),
    steps,
    async (preset, bps, deeds) => {
      creator += 1
      await playBoth(creator, preset, bps, deeds)
    },
  )
  await fc.assert(anySequence, { numRuns: 7, endOnFailure: true })
}, 120_000)

const states = fc.record({
  supply: fc.bigInt({ min: 0n, max: TOKEN_LIMIT - 10n ** 18n }),
  preset: fc.integer({ min: 0, max: 2 }),
  protocolBps: fc.bigInt({ min: 0n, max: 100n }),
  creatorBps: fc.bigInt({ min: 0n, max: 500n }),
  launchedAtS: fc.constant(0n),
  nowS: fc.bigInt({ min: 0n, max: 90n }),
})

test('no round trip gains, whatever the state, and no wei of it is lost', () => {
  fc.assert(
    fc.property(states, fc.bigInt({ min: 1n, max: parseEther('1000000') }), (state, valueWei) => {
      const bought = purchaseFor(state, valueWei)
      if (!bought) return
      const then = { ...state, supply: state.supply + bought.out + bought.lockedForEver }
      const grownWei = reserveOf(then.supply, state.preset) - reserveOf(state.supply, state.preset)
      expect(bought.creatorWei + bought.protocolWei + grownWei).toBe(valueWei)
      const sold = saleOf(then, bought.out)
      if (sold) expect(sold.outWei).toBeLessThanOrEqual(valueWei)
    }),
  )
})

test('what a number of tokens costs buys at least that many', () => {
  fc.assert(
    fc.property(states, fc.bigInt({ min: 1n, max: parseEther('1000') }), (state, amount) => {
      const cost = costOf(state, amount)
      // Less than a wei's worth costs nothing where the reserve is rounded up for it already.
      if (cost && cost.valueWei > 0n) expect(purchaseFor(state, cost.valueWei)?.out).toBeGreaterThanOrEqual(amount)
    }),
  )
})

test('nothing, too much and unknown presets are refused', () => {
  const state = { supply: 0n, preset: 0, protocolBps: 100n, creatorBps: 0n, launchedAtS: 0n, nowS: 61n }
  expect(purchaseFor(state, 0n)).toBeNull()
  expect(purchaseFor(state, 2n ** 96n)).toBeNull()
  expect(costOf(state, 0n)).toBeNull()
  expect(costOf(state, TOKEN_LIMIT)).toBeNull()
  expect(saleOf(state, 1n)).toBeNull()
  expect(() => firstBuyMaxWei(3)).toThrow('preset')
})
