import { accessPassAbi } from '@corefans/chain/abi/access-pass.ts'
import { quotePass } from '@corefans/chain/actions/quote-pass.ts'
import { renewPass } from '@corefans/chain/actions/renew-pass.ts'
import { graceFlag } from '@corefans/chain/tier-word.ts'
import { readContract, writeContract } from 'viem/actions'
import { expect, test } from 'vitest'
import { reading } from '../../demo/chain.ts'
import { Bazaar } from '../../testing/market-fixture.ts'
import { settle } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
const { aSale } = new Bazaar(world)
const dayMs = 86_400_000

test('F7 days of grace that were used are owed, and a pass that was ended and paid for again has its grace: page and chain agree', async () => {
  const { tier, seller, which } = await aSale({ durationS: 30 * 86_400, flags: graceFlag(30) })
  const held = async () => (await seller.person.must('GET /api/me/passes')).items[0]
  const ask = { address: which.pass, abi: accessPassAbi } as const
  const onChain = async () => readContract(reading(world().rpcUrl), { ...ask, functionName: 'activeUntil', args: [which.id] })
  const shownUntil = async () => {
    const { expiresAt, graceS } = (await held()) ?? {}
    return BigInt(Date.parse(expiresAt ?? '') / 1_000 + (graceS ?? 0))
  }
  await world().visitor.must('POST /api/demo/clock', { advanceMs: 61 * dayMs })
  const quote = await quotePass(seller.wallet, { pass: which.pass, tierId: tier.tierId, renews: which.id })
  expect(quote).toMatchObject({ periods: 2, totalWei: 40n })
  await settle(world(), await renewPass(seller.wallet, { ...which, periods: 2, totalWei: 40n }))
  expect(await shownUntil()).toBe(await onChain())
  await settle(
    world(),
    await writeContract(seller.wallet, { ...ask, account: seller.wallet.account, functionName: 'cancelSubscription', args: [which.id] }),
  )
  expect(await held()).toMatchObject({ active: false, graceS: 0 })
  await settle(world(), await renewPass(seller.wallet, { ...which, periods: 1, totalWei: 20n }))
  expect(await held()).toMatchObject({ active: true, graceS: 30 * 86_400 })
  expect(await shownUntil()).toBe(await onChain())
})
