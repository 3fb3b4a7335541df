import type { ReadingClient } from '@corefans/chain/clients.ts'
import type { Followed } from '@corefans/chain/watch/emitters.ts'
import { type Address, erc20Abi, erc721Abi } from 'viem'
import { getBalance, getBlockNumber, readContract } from 'viem/actions'
import { native } from '../rules/accounts.ts'
import type { Posting } from '../rules/types.ts'
import type { Replayed } from './replay.ts'

/** A contract that holds other than the book says it does, or a holder of a token or pass. */
export type Shortfall = { where: string; asset: string; booked: string; onChain: string }

/** Coins that came into a split without a log: sent to it directly. They are divided like all others. */
export type Unlogged = { where: string; asset: string; amount: string }

/**
 * Asks the contracts themselves: the coins that lie in each, who holds how much of each token, and who owns each pass.
 * What the postings add up to must be what they say. A split takes coins from anybody without a word, so it may hold more
 * than we know of, never less; what it has more is named.
 */
export async function compareHoldings(
  client: ReadingClient,
  { postings, ours }: Replayed,
  blockNumber: bigint,
): Promise<{ short: Shortfall[]; unlogged: Unlogged[] }> {
  // Nodes that keep no old states answer for their head only.
  const isHead = (await getBlockNumber(client, { cacheTime: 0 })) === blockNumber
  const when = isHead ? {} : { blockNumber }
  const [short, unlogged]: [Shortfall[], Unlogged[]] = [[], []]
  const queue = [...sumsOf(postings, ours)]
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [key, booked] = next
      const [where, asset] = key.split(' ') as [string, string]
      const onChain = await held(client, { where, asset, when })
      const mayHoldMore = ours.get(where)?.kind === 'teamSplit' && !isOurs(asset)
      if (mayHoldMore && onChain > booked) unlogged.push({ where, asset, amount: String(onChain - booked) })
      else if (onChain !== booked) short.push({ where, asset, booked: String(booked), onChain: String(onChain) })
    }
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  return { short, unlogged }
}

/** Balances to ask for, by "holder asset". Each of our contracts is asked for coins, also those the book has no word of. */
function sumsOf(postings: readonly Posting[], ours: Followed): Map<string, bigint> {
  const sums = new Map<string, bigint>([...ours.keys()].map((address) => [`${address} ${native}`, 0n]))
  for (const { entries } of postings)
    for (const { account, asset, amount } of entries) {
      const holder = holderOf(account, asset, ours)
      if (holder) sums.set(`${holder} ${asset}`, (sums.get(`${holder} ${asset}`) ?? 0n) + amount)
    }
  return sums
}

/** Wallets come and go with coins that we never see, so coins are compared only where a contract of ours is the wallet. */
function holderOf(account: string, asset: string, ours: Followed): string | null {
  const [kind, address] = account.split(':') as [string, string]
  if (kind === 'issue') return null
  if (kind === 'wallet') return isOurs(asset) || ours.has(address) ? address : null
  return address
}

/** Tokens and passes that our contracts issue; other assets move where we do not look. */
const isOurs = (asset: string): boolean => asset.includes('/') || asset.startsWith('token:')

type Question = { where: string; asset: string; when: { blockNumber?: bigint } }

async function held(client: ReadingClient, { where, asset, when }: Question): Promise<bigint> {
  const holder = where as Address
  if (asset === native) return getBalance(client, { address: holder, ...when } as Parameters<typeof getBalance>[1])
  const [collection, id] = asset.split('/')
  if (id === undefined) {
    const address = asset.replace('token:', '') as Address
    return readContract(client, { address, abi: erc20Abi, functionName: 'balanceOf', args: [holder], ...when })
  }
  const at = { address: collection as Address, abi: erc721Abi, args: [BigInt(id)] as const, ...when }
  const owner = await readContract(client, { ...at, functionName: 'ownerOf' })
  return owner.toLowerCase() === where ? 1n : 0n
}
