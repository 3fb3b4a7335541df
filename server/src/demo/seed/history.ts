/**
 * Plays a world's past on the devnet: real transactions, each signed by whose deed it is, in blocks whose times are set
 * forward from the genesis to now. What was sent before a crash is not sent again: a wallet's nonce says how far it came.
 */
import type { SigningClient } from '@corefans/chain/clients.ts'
import { type Hash, toHex } from 'viem'
import { getBlock, getTransactionCount } from 'viem/actions'
import { reading, walletOf } from '../chain.ts'
import { hour } from '../world/time.ts'
import type { Offset } from '../world/types.ts'
import { pastWallets } from './past-wallets.ts'
import { at, type Seeding } from './seeding.ts'

/** One transaction of one person; it must not wait for its receipt. */
export type Deed = { at: Offset; place: number; does: (client: SigningClient) => Promise<Hash> }

/** Deeds this close together share a block, unless one person does two of them. */
const windowMs = 6 * hour
/** A block of the past holds a window of deeds, each with more gas than it needs: asking how much would cost a round trip each. */
const wideBlockGas = 1_000_000_000n
const usualBlockGas = 30_000_000n

export type History = { play: (deeds: readonly Deed[]) => Promise<void>; rest: (until: Offset) => Promise<void> }

/** Opens the past; `play` may be called again for a later stretch, and `rest` brings the chain to a moment: to the present in the end. */
export async function openHistory(seeding: Seeding): Promise<History> {
  const client = reading(seeding.host.chain.rpcUrl)
  const ask = (method: string, ...params: unknown[]) => client.request({ method: method as never, params: params as never })
  const left = new Map<number, number>()
  const wallets = await pastWallets(seeding.host.chain.rpcUrl)
  const isDone = async ({ place }: Deed): Promise<boolean> => {
    const nonce = left.get(place) ?? (await getTransactionCount(client, { address: walletOf(place).address }))
    left.set(place, Math.max(0, nonce - 1))
    return nonce > 0
  }
  const mineAt = async (moment: Offset, send: () => Promise<Hash[]>): Promise<void> => {
    const { timestamp } = await getBlock(client)
    const wantedS = Math.floor(at(seeding, moment).getTime() / 1_000)
    await ask('evm_setNextBlockTimestamp', Math.max(wantedS, Number(timestamp) + 1))
    const hashes = await send()
    await ask('evm_mine')
    // All at once: a question for each would cost more than the transactions.
    const receipts = hashes.length > 0 ? ((await ask('eth_getBlockReceipts', 'latest')) as { transactionHash: Hash; status: string }[]) : []
    const failed = receipts.find(({ status }) => status !== '0x1')
    if (receipts.length < hashes.length)
      throw new Error(`a block of the demo world holds ${receipts.length} of ${hashes.length} transactions`)
    if (failed) throw new Error(`a deed of the demo world was refused: ${failed.transactionHash}`)
  }
  const play = async (deeds: readonly Deed[]): Promise<void> => {
    const open: Deed[] = []
    for (const deed of [...deeds].sort((a, b) => a.at - b.at)) if (!(await isDone(deed))) open.push(deed)
    await ask('evm_setAutomine', false)
    await ask('evm_setBlockGasLimit', toHex(wideBlockGas))
    try {
      for (const window of windowsOf(open))
        await mineAt(window[0].at, () => Promise.all(window.map((deed) => deed.does(wallets.of(deed.place)))))
    } finally {
      await ask('evm_setBlockGasLimit', toHex(usualBlockGas))
      await ask('evm_setAutomine', true)
    }
  }
  return { play, rest: (until) => mineAt(until, async () => []) }
}

type Window = [Deed, ...Deed[]]

function windowsOf(deeds: readonly Deed[]): Window[] {
  const windows: Window[] = []
  for (const deed of deeds) {
    const last = windows.at(-1)
    const fits = last && deed.at < last[0].at + windowMs && !last.some(({ place }) => place === deed.place)
    if (fits) last.push(deed)
    else windows.push([deed])
  }
  return windows
}
