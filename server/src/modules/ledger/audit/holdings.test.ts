import { sponsorForwarderAbi } from '@corefans/chain/abi/sponsor-forwarder.ts'
import { claimFromLaunch, depositInLaunch, settleLaunch } from '@corefans/chain/actions/launch.ts'
import { tokenOf } from '@corefans/chain/actions/read-personal-token.ts'
import { distribute } from '@corefans/chain/actions/splits.ts'
import { tip } from '@corefans/chain/actions/tip.ts'
import { devnet } from '@corefans/chain/chains.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { termsArg } from '@corefans/chain/token-terms.ts'
import { type Address, toHex, zeroHash } from 'viem'
import { getBalance, sendTransaction, writeContract } from 'viem/actions'
import { expect, test } from 'vitest'
import { reading } from '../../../demo/chain.ts'
import { aSplit, contractOf } from '../../../testing/payments.ts'
import { aLaunch, factoryOf, launchIsOver, someTerms } from '../../../testing/token.ts'
import { aWallet, core, settle } from '../../../testing/wallet.ts'
import { useWorld } from '../../../testing/world.ts'
import { deposit, launch, native, owed, platform, reserve, wallet } from '../rules/accounts.ts'
import { auditLedger, isClean } from './index.ts'

const world = useWorld({ ownChain: true })
const someone = async () => aWallet(world(), await world().person())
const audit = () => {
  const { contracts } = world().host.chain
  return auditLedger(world().db, { chainId: devnet.id, chain: { client: reading(world().rpcUrl), contracts, fromBlock: 0n } })
}
const booked = async (account: string): Promise<bigint> => {
  const rows = `select balance::text as b from ledger_balances where account = $1 and asset = $2`
  return BigInt((await world().db.sql<{ b: string }>(rows, [account, native]))[0]?.b ?? 0)
}
const heldIn = (address: Address) => getBalance(reading(world().rpcUrl), { address })
const money = (address: Address, wei: bigint) =>
  reading(world().rpcUrl).request({ method: 'anvil_setBalance' as never, params: [address, toHex(wei)] as never })

test('M03 every wei of a launch is booked: deposits, what it spent, the dust, and what went back', async () => {
  const [maker, one, two, three] = [await someone(), await someone(), await someone(), await someone()]
  const at = await aLaunch(world(), maker, { capWei: 5n * core, targetWei: 7n * core })
  const { batchLaunch, id } = at
  const puts: [SigningClient, bigint][] = [
    [one, 9n * core],
    [two, 5n * core],
    [three, core + 1n],
  ]
  for (const [fan, valueWei] of puts) await settle(world(), await depositInLaunch(fan, { ...at, valueWei }))
  expect(await booked(deposit(batchLaunch, one.account.address))).toBe(9n * core)
  expect(await booked(wallet(one.account.address))).toBe(-9n * core)
  expect(isClean(await audit())).toBe(true)

  await launchIsOver(world())
  await settle(world(), await settleLaunch(one, { ...at, sealed: termsArg(someTerms) }))
  expect(await booked(launch(batchLaunch, id))).toBe(-7n * core)
  expect(await booked(wallet(batchLaunch))).toBe(0n)
  const token = await tokenOf(one, { tokenFactory: factoryOf(world()), creator: maker.account.address })
  const inToken = [reserve(token), owed(token, maker.account.address), platform(token)]
  expect((await Promise.all(inToken.map(booked))).reduce((sum, wei) => sum + wei)).toBe(7n * core)
  expect(isClean(await audit())).toBe(true)

  for (const [fan] of puts) await settle(world(), await claimFromLaunch(fan, at))
  for (const [fan, put] of puts) {
    expect(await booked(deposit(batchLaunch, fan.account.address))).toBe(0n)
    expect(await booked(wallet(fan.account.address))).toBe((await heldIn(fan.account.address)) - 1_000n * core)
    expect(await booked(wallet(fan.account.address))).toBeGreaterThan(-put)
  }
  const dust = await booked(launch(batchLaunch, id))
  expect([dust, dust > 0n && dust < 3n]).toEqual([await heldIn(batchLaunch), true])
  expect(isClean(await audit())).toBe(true)
})

test('PAY-03 gas money of sponsors is booked as it comes, goes and is charged, and the audit asks the forwarder for it', async () => {
  const [sponsor, relayer] = [await someone(), await someone()]
  const forwarder = world().host.chain.contracts.sponsorForwarder as Address
  const at = { address: forwarder, abi: sponsorForwarderAbi, chain: devnet } as const
  await settle(world(), await writeContract(sponsor, { ...at, functionName: 'deposit', value: 3n * core }))
  await settle(world(), await writeContract(sponsor, { ...at, functionName: 'withdrawDeposit', args: [core] }))
  expect(await booked(deposit(forwarder, sponsor.account.address))).toBe(2n * core)
  const args = [sponsor.account.address, core] as const
  await settle(world(), await writeContract(sponsor, { ...at, functionName: 'setBudget', args }))
  await settle(world(), await carriedFor(sponsor, relayer))
  const charged = 2n * core - (await heldIn(forwarder))
  expect(charged).toBeGreaterThan(0n)
  expect(await booked(deposit(forwarder, sponsor.account.address))).toBe(2n * core - charged)
  expect(await booked(wallet(relayer.account.address))).toBe(charged)
  expect(isClean(await audit())).toBe(true)
  await money(forwarder, core)
  expect((await audit()).short).toEqual([
    { where: forwarder.toLowerCase(), asset: native, booked: String(2n * core - charged), onChain: String(core) },
  ])
  await money(forwarder, 2n * core - charged)
})

/** A call of the sponsor's own that its budget pays for, carried by somebody else at a price. */
async function carriedFor(sponsor: SigningClient, relayer: SigningClient) {
  const { sponsorForwarder, tokenFactory } = world().host.chain.contracts as { sponsorForwarder: Address; tokenFactory: Address }
  const request = {
    ...{ from: sponsor.account.address, to: contractOf(world(), 'payments'), sponsor: sponsor.account.address, gas: 100_000n, nonce: 0n },
    ...{ deadline: 2n ** 63n, maxChargeWei: core, data: zeroHash },
  }
  const fields = [
    'address from',
    'address to',
    'address sponsor',
    'uint256 gas',
    'uint256 nonce',
    'uint256 deadline',
    'uint256 maxChargeWei',
  ]
  const Request = [...fields, 'bytes data'].map((field) => ({ type: field.split(' ')[0] as string, name: field.split(' ')[1] as string }))
  const domain = { name: 'CoreFans Forwarder', version: '1', chainId: devnet.id, verifyingContract: sponsorForwarder }
  const signature = await sponsor.account.signTypedData?.({ domain, types: { Request }, primaryType: 'Request', message: request })
  if (!signature) throw new Error(`the wallet signs nothing for ${tokenFactory}`)
  const at = { address: sponsorForwarder, abi: sponsorForwarderAbi, chain: devnet, gasPrice: 1_000_000_000n } as const
  return writeContract(relayer, { ...at, functionName: 'execute', args: [request, signature] })
}

test('PAY-03 a split may hold more than its logs tell, which is named, but never less', async () => {
  const [fan, maya, zoe] = [await someone(), await someone(), await someone()]
  const split = await aSplit(world(), maya, [
    { account: maya.account.address, bps: 6_000 },
    { account: zoe.account.address, bps: 4_000 },
  ])
  const payments = contractOf(world(), 'payments')
  await settle(world(), await tip(fan, { payments, payee: split, amountWei: core, ref: zeroHash }))
  expect((await audit()).unlogged).toEqual([])
  await settle(world(), await sendTransaction(fan, { to: split, value: 30n, chain: devnet }))
  const note = [{ where: split.toLowerCase(), asset: native, amount: '30' }]
  const honest = await audit()
  expect([honest.unlogged, isClean(honest)]).toEqual([note, true])
  await settle(world(), await distribute(maya, { split }))
  const shared = await audit()
  expect([shared.unlogged, isClean(shared)]).toEqual([note, true])
  await settle(world(), await tip(fan, { payments, payee: split, amountWei: core, ref: zeroHash }))
  await money(split, 0n)
  expect((await audit()).short).toMatchObject([{ where: split.toLowerCase(), asset: native, onChain: '0' }])
})
