import { randomUUID } from 'node:crypto'
import { takeTestUsd } from '@corefans/chain/actions/read-token.ts'
import { createSplit, type Share, splitOf } from '@corefans/chain/actions/splits.ts'
import { payOnce, tip } from '@corefans/chain/actions/tip.ts'
import { payOnceToken, tipToken } from '@corefans/chain/actions/tip-token.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import type { PaymentTerms } from '@corefans/shared/contracts/tips.ts'
import { type Address, type Hex, toHex } from 'viem'
import { reading } from '../demo/chain.ts'
import type { Person } from './person.ts'
import { settle } from './wallet.ts'
import type { TestWorld } from './world.ts'

export const contractOf = (world: TestWorld, name: 'payments' | 'testUsd' | 'splitFactory'): Address =>
  world.host.chain.contracts[name] as Address

/** Sends what the terms say, as the page does; answers the transaction once the inbox has it. */
export async function payTerms(world: TestWorld, wallet: SigningClient, terms: PaymentTerms, how: 'tip' | 'once' = 'tip'): Promise<Hex> {
  const to = { payments: terms.payments as Address, payee: terms.payee as Address, ref: terms.ref as Hex }
  const amount = BigInt(terms.gross.amount)
  const inTokens = { ...to, token: terms.token as Address, amount }
  const inCoins = { ...to, amountWei: amount }
  const pay = { tip: { coins: tip, tokens: tipToken }, once: { coins: payOnce, tokens: payOnceToken } }[how]
  const hash = await (terms.token ? pay.tokens(wallet, inTokens) : pay.coins(wallet, inCoins))
  await settle(world, hash)
  return hash
}

/** Promises a tip and pays it. */
export async function tipTo(
  world: TestWorld,
  from: { person: Person; wallet: SigningClient },
  to: { handle: string; postId?: string },
  money: { currency: 'core' | 'usd'; amount: string },
): Promise<{ id: string; hash: Hex }> {
  const answer = await from.person.call('POST /api/tips', { ...to, ...money }, { 'idempotency-key': randomUUID() })
  if (answer.status !== 201) throw new Error(`no intent: ${JSON.stringify(answer.body)}`)
  return { id: answer.body.id, hash: await payTerms(world, from.wallet, answer.body.terms) }
}

export const someDollars = async (world: TestWorld, wallet: SigningClient): Promise<void> =>
  void (await settle(world, await takeTestUsd(wallet, { testUsd: contractOf(world, 'testUsd'), amount: 1_000_000_000n })))

export async function aSplit(world: TestWorld, maker: SigningClient, shares: readonly Share[]): Promise<Address> {
  const terms = { splitFactory: contractOf(world, 'splitFactory'), shares }
  const split = await splitOf(maker, terms)
  await settle(world, await createSplit(maker, terms))
  return split
}

/** Puts code of our own at an address: a contract that nobody wrote for us. */
export async function codeAt(world: TestWorld, address: Address, code: Hex): Promise<void> {
  const request = reading(world.rpcUrl).request
  await request({ method: 'anvil_setCode' as never, params: [address, code] as never })
}

/** Drops the newest blocks of the chain, with what was in them, and waits until the inbox follows the new head. */
export async function reorg(world: TestWorld, depth: number): Promise<void> {
  const client = reading(world.rpcUrl)
  await client.request({ method: 'anvil_reorg' as never, params: [depth, []] as never })
  for (;;) {
    const block = await client.request({ method: 'eth_getBlockByNumber', params: ['latest', false] })
    world.host.chain.poke()
    const [tip] = await world.db.sql<{ hash: string }>(`select hash from chain_blocks order by number desc limit 1`)
    if (tip?.hash === block?.hash) return
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** A contract that passes its calldata on to `target`, `times` times, each with an equal part of the value. */
export function relayCode(target: Address, times: number): Hex {
  const copy = '3660006000' + '37'
  const call = `60006000366000${toHex(times, { size: 1 }).replace('0x', '60')}3404` + `73${target.slice(2)}` + '5af150'
  return `0x${copy}${call.repeat(times)}00`
}

/** A contract that says whatever it is sent, under the given topics. */
export function parrotCode(topics: readonly Hex[]): Hex {
  const pushed = [...topics].reverse().map((topic) => `7f${topic.slice(2)}`)
  return `0x366000600037${pushed.join('')}366000a400`
}
