import type { ReadingClient } from '@corefans/chain/clients.ts'
import { type Address, erc20Abi, erc721Abi } from 'viem'
import { getBalance, getBlockNumber, readContract } from 'viem/actions'
import { native } from '../rules/accounts.ts'
import type { Posting } from '../rules/types.ts'

/** A contract that holds other than the book says it does, or a holder of a token or pass. */
export type Shortfall = { where: string; asset: string; booked: string; onChain: string }

/**
 * Asks the contracts themselves: the coins that lie in each, who holds how much of each token, and who owns each pass.
 * What the postings add up to must be what they say.
 */
export async function shortfalls(client: ReadingClient, postings: readonly Posting[], blockNumber: bigint): Promise<Shortfall[]> {
  // Nodes that keep no old states answer for their head only.
  const isHead = (await getBlockNumber(client, { cacheTime: 0 })) === blockNumber
  const when = isHead ? {} : { blockNumber }
  const sums = sumsOf(postings)
  const found: Shortfall[] = []
  const queue = [...sums]
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [key, booked] = next
      const [where, asset] = key.split(' ') as [string, string]
      const onChain = await held(client, { where, asset, when })
      if (onChain !== booked) found.push({ where, asset, booked: String(booked), onChain: String(onChain) })
    }
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  return found
}

/** Balances to ask for, by "holder asset": contracts for coins, wallets for tokens and passes. */
function sumsOf(postings: readonly Posting[]): Map<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const { entries } of postings)
    for (const { account, asset, amount } of entries) {
      const holder = holderOf(account, asset)
      if (holder) sums.set(`${holder} ${asset}`, (sums.get(`${holder} ${asset}`) ?? 0n) + amount)
    }
  return sums
}

/** Wallets come and go with coins that we never see, so only what lies in contracts can be compared in coins. */
function holderOf(account: string, asset: string): string | null {
  const [kind, address] = account.split(':') as [string, string]
  if (kind === 'issue') return null
  if (kind === 'wallet') return isOurs(asset) ? address : null
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
