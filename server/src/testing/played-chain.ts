import type { Emitter } from '@corefans/chain/watch/emitters.ts'
import { keepFollowed } from '@corefans/chain/watch/followed.ts'
import type { SeenBlock, WatchSink } from '@corefans/chain/watch/types.ts'
import { type Abi, type AbiEvent, type Address, encodeAbiParameters, encodeEventTopics, type Hex, pad, toHex } from 'viem'
import { chainInbox } from '../kernel/chain-inbox.ts'
import type { Transact } from '../kernel/ctx.ts'
import type { Host } from '../kernel/host.ts'
import type { ChainPort } from '../kernel/ports/chain.ts'
import type { ChainSubscriber } from '../kernel/ports/chain-subscriber.ts'
import { marketSubscriber } from '../modules/market/on-chain.ts'
import { passSubscriber } from '../modules/passes/apply-logs.ts'
import { tokenSubscriber } from '../modules/tokens/follow-chain.ts'

/** What a contract says, as the chain writes it. */
export type Said = { address: Address; topics: Hex[]; data: Hex }

/** An event of an ABI in the chain's own form. Arguments are by name. */
export function said(address: Address, abi: Abi, eventName: string, args: Record<string, unknown>): Said {
  const event = abi.find((entry): entry is AbiEvent => entry.type === 'event' && entry.name === eventName)
  if (!event) throw new Error(`no event ${eventName}`)
  const plain = event.inputs.filter(({ indexed }) => !indexed)
  return {
    address,
    topics: encodeEventTopics({ abi: [event], eventName, args } as Parameters<typeof encodeEventTopics>[0]) as Hex[],
    data: encodeAbiParameters(
      plain,
      plain.map(({ name }) => args[name ?? '']),
    ),
  }
}

/** Transactions of a block, each with what it logged. */
export type Mined = readonly (readonly Said[])[]

const firstS = 1_700_000_000
const blockS = 30
let hashes = 0

/**
 * Blocks that nobody mined, under a chain id of their own, taken in by an inbox with the projections of passes, tokens and
 * market. `mine` makes blocks and gives them in one run, as the watcher does; `undo` is a reorg.
 */
export function playedChain(
  { host, db }: { host: Pick<Host, 'chain' | 'transact'>; db: Host['db'] },
  id: number,
  transact = host.transact,
) {
  const chain: ChainPort = { ...host.chain, id }
  const projected = subscribersOf(chain)
  const here: Transact = (caller, command) => transact(caller, (ctx) => command({ ...ctx, chain }))
  const inbox: WatchSink = chainInbox({ db, transact: here, chain, subscribers: projected, onHead: () => {} })
  const blocks: SeenBlock[] = []
  const mine = (mined: readonly Mined[], isDeep = false) =>
    take(
      mined.map((txs, n) => blockOf(BigInt(blocks.length + n + 1), txs)),
      isDeep,
    )
  const take = async (fresh: readonly SeenBlock[], isDeep = false) => {
    await inbox.apply(keepFollowed(fresh, new Map<string, Emitter>(await inbox.followed())), isDeep)
    blocks.push(...fresh)
  }
  const undo = async (depth: number) => {
    await inbox.undo(BigInt(blocks.length - depth))
    blocks.length -= depth
  }
  return { chain, subscribers: projected, inbox, blocks, mine, take, undo }
}

function subscribersOf(chain: ChainPort): ChainSubscriber[] {
  const { passFactory, passMarket, tokenFactory } = chain.contracts
  if (!passFactory || !passMarket || !tokenFactory) throw new Error('a contract is not deployed')
  return [
    passSubscriber({ factory: passFactory, market: passMarket }),
    tokenSubscriber(tokenFactory),
    marketSubscriber({ market: passMarket, askAgain: () => {} }),
  ]
}

function blockOf(number: bigint, txs: Mined): SeenBlock {
  const hash = () => pad(toHex(++hashes), { size: 32 })
  let logIndex = 0
  const logs = txs.flatMap((logsOfTx, txIndex) => {
    const txHash = hash()
    return logsOfTx.map((log, positionInTx) => ({ ...log, txHash, txIndex, logIndex: logIndex++, positionInTx }))
  })
  return { number, hash: hash(), parentHash: hash(), timestampS: BigInt(firstS) + number * BigInt(blockS), logs }
}
