// A chain with a long past: tips, token trades and pass sales, sent by unlocked accounts of a devnet of the bench's own.
import { type Address, encodeFunctionData, type Hex, zeroHash } from 'viem'
import { readContract } from 'viem/actions'
import { accessPassAbi } from '../chain/src/abi/access-pass.ts'
import { paymentsAbi } from '../chain/src/abi/payments.ts'
import { personalTokenAbi } from '../chain/src/abi/personal-token.ts'
import { tokenFactoryAbi } from '../chain/src/abi/token-factory.ts'
import { collectionOf } from '../chain/src/actions/collection-of.ts'
import { createCollectionWithTier } from '../chain/src/actions/create-collection-with-tier.ts'
import { createToken } from '../chain/src/actions/create-token.ts'
import type { SigningClient } from '../chain/src/clients.ts'
import { deployContracts, type FullyDeployed } from '../chain/src/deploy.ts'
import { devnetAccount } from '../chain/src/devnet/accounts.ts'
import { OPEN_SUPPLY } from '../chain/src/pass-id.ts'
import { say } from './world.ts'

type Call = { from: Address; to: Address; data: Hex; value: Hex; gas: Hex; nonce: Hex }
const fans = 8
const perBlock = 400
const farFuture = 10_000_000_000n

export type Past = { deployed: FullyDeployed; calls: () => Call[] }

/** Puts the contracts, one creator's token and passes on the chain; `calls` then makes a mixed handful of payments. */
export async function openPast(client: SigningClient, rpcUrl: string): Promise<Past> {
  const deployed = await deployContracts(client)
  const { passFactory, tokenFactory, payments } = deployed.contracts
  const creator = client.account.address
  const terms = { name: 'Bench', symbol: 'BENCH', preset: 2, creatorBps: 300, lockSeconds: 0 }
  await createToken(client, { tokenFactory, terms })
  const tier = { tierId: 1, priceWei: 20n, durationS: 86_400, maxSupply: OPEN_SUPPLY, perks: 0n, flags: 0 }
  await createCollectionWithTier(client, { passFactory, ...tier })
  await ask(rpcUrl, [{ method: 'evm_mine', params: [] }])
  const token = await readContract(client, { address: tokenFactory, abi: tokenFactoryAbi, functionName: 'tokenOf', args: [creator] })
  const pass = await collectionOf(client, { passFactory, creator })
  let turn = 0
  // Counted here: calls of one batch are taken in side by side.
  const sent = new Map<Address, number>()
  const wei = (amount: bigint): Hex => `0x${amount.toString(16)}`
  const calls = (): Call[] => {
    const from = devnetAccount(2 + (turn++ % fans)).address
    const call = (to: Address, value: bigint, data: Hex): Call => {
      const nonce = sent.get(from) ?? 0
      sent.set(from, nonce + 1)
      return { from, to, data, value: wei(value), gas: '0x40000', nonce: `0x${nonce.toString(16)}` }
    }
    return [
      call(payments, 1_000n, encodeFunctionData({ abi: paymentsAbi, functionName: 'tip', args: [creator, zeroHash] })),
      call(token, 10n ** 15n, encodeFunctionData({ abi: personalTokenAbi, functionName: 'buy', args: [from, 0n, farFuture, zeroHash] })),
      call(pass, 20n, encodeFunctionData({ abi: accessPassAbi, functionName: 'mintTier', args: [1n, from, 20n, zeroHash] })),
    ]
  }
  return { deployed, calls }
}

/** Sends so many handfuls, a few hundred transactions a block. */
export async function live(rpcUrl: string, past: Past, handfuls: number): Promise<void> {
  await ask(rpcUrl, [{ method: 'evm_setAutomine', params: [false] }])
  for (let sent = 0; sent < handfuls; ) {
    const calls = Array.from({ length: Math.min(perBlock / 3, handfuls - sent) }, past.calls).flat()
    sent += Math.min(Math.ceil(perBlock / 3), handfuls - sent)
    await ask(
      rpcUrl,
      calls.map((call) => ({ method: 'eth_sendTransaction', params: [{ ...call, maxFeePerGas: '0x0', maxPriorityFeePerGas: '0x0' }] })),
    )
    await ask(rpcUrl, [{ method: 'evm_mine', params: [] }])
    if (sent % 2_000 < perBlock) say(`${sent * 3} transactions sent`)
  }
}

/** One JSON-RPC batch; throws what the first refused call said. */
export async function ask(rpcUrl: string, calls: readonly { method: string; params: unknown[] }[]): Promise<unknown[]> {
  const body = JSON.stringify(calls.map((call, id) => ({ jsonrpc: '2.0', id, ...call })))
  const response = await fetch(rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const answers = (await response.json()) as { result?: unknown; error?: { message: string } }[]
  const refused = answers.find(({ error }) => error)
  if (refused) throw new Error(refused.error?.message)
  return answers.map(({ result }) => result)
}
