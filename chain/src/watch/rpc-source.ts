import { BlockNotFoundError, type Hex, numberToHex, type RpcLog } from 'viem'
import { getBlock } from 'viem/actions'
import type { ReadingClient } from '../clients.ts'
import type { BlockRef, ChainSource, SourceLog } from './types.ts'

/** A chain behind a JSON-RPC node; asks only for logs whose first topic is one of `topics`. */
export function rpcSource(client: ReadingClient, topics: readonly Hex[]): ChainSource {
  return {
    head: async () => refOf(await getBlock(client, { blockTag: 'latest', includeTransactions: false })),
    header: async (blockNumber) => {
      try {
        return refOf(await getBlock(client, { blockNumber, includeTransactions: false }))
      } catch (error) {
        if (error instanceof BlockNotFoundError) return null
        throw error
      }
    },
    logsOf: (blockHash) => logs(client, { blockHash, topics: [[...topics]] }),
    logsBetween: (from, to) => logs(client, { fromBlock: numberToHex(from), toBlock: numberToHex(to), topics: [[...topics]] }),
  }
}

type Filter = { topics: Hex[][] } & ({ blockHash: Hex } | { fromBlock: Hex; toBlock: Hex })

async function logs(client: ReadingClient, filter: Filter): Promise<SourceLog[]> {
  const found = await client.request({ method: 'eth_getLogs', params: [filter] })
  return found.map(logOf)
}

function logOf({ address, topics, data, ...place }: RpcLog): SourceLog {
  return {
    ...{ address, topics, data },
    blockHash: mined(place.blockHash),
    blockNumber: BigInt(mined(place.blockNumber)),
    txHash: mined(place.transactionHash),
    txIndex: Number(mined(place.transactionIndex)),
    logIndex: Number(mined(place.logIndex)),
  }
}

/** Only logs of pending blocks lack a place, and we never ask for those. */
function mined(place: Hex | null): Hex {
  if (place === null) throw new Error('the node gave a log without its place')
  return place
}

type MinedBlock = { number: bigint; hash: Hex; parentHash: Hex; timestamp: bigint }

function refOf({ number, hash, parentHash, timestamp }: MinedBlock): BlockRef {
  return { number, hash, parentHash, timestampS: timestamp }
}
