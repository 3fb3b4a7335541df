import type { Address } from 'viem'
import { getBlock, readContract } from 'viem/actions'
import { batchLaunchAbi } from '../abi/batch-launch.ts'
import { tokenFactoryAbi } from '../abi/token-factory.ts'
import type { ReadingClient } from '../clients.ts'
import { unmade } from '../curve.ts'
import { type DepositQuote, type OpenLaunch, quoteDeposit } from '../launch.ts'
import type { TokenTerms } from '../token-terms.ts'
import type { LaunchAt } from './launch.ts'

const states = ['none', 'open', 'settled', 'failed'] as const

/** A launch as the chain has it at its newest block, and what one account has in it. */
export type Launch = OpenLaunch & {
  state: (typeof states)[number]
  creator: Address
  closesAtS: bigint
  tokens: bigint
  depositWei: bigint
  nowS: bigint
  block: bigint
}

/** Reads one launch, and the deposit of `account` in it. */
export async function readLaunch(client: ReadingClient, { batchLaunch, id, account }: LaunchAt & { account: Address }): Promise<Launch> {
  const { number: blockNumber, timestamp } = await getBlock(client, { blockTag: 'latest', includeTransactions: false })
  const at = { address: batchLaunch, abi: batchLaunchAbi, blockNumber } as const
  const [launch, depositWei] = await Promise.all([
    readContract(client, { ...at, functionName: 'launchOf', args: [id] }),
    readContract(client, { ...at, functionName: 'depositOf', args: [id, account] }),
  ])
  const { creator, closesAt, capWei, targetWei, countedWei, tokens } = launch
  const state = states[launch.state] ?? 'none'
  return {
    state,
    creator,
    closesAtS: BigInt(closesAt),
    capWei,
    targetWei,
    countedWei,
    tokens,
    depositWei,
    nowS: timestamp,
    block: blockNumber,
  }
}

type Asked = LaunchAt & { tokenFactory: Address; account: Address; valueWei: bigint; terms: Pick<TokenTerms, 'preset' | 'creatorBps'> }

/** What the account's whole deposit gets at the end if it puts in so much more and nobody else comes: to the wei. */
export async function quoteLaunchDeposit(
  client: ReadingClient,
  { tokenFactory, account, valueWei, terms, ...at }: Asked,
): Promise<(DepositQuote & { nowS: bigint; closesAtS: bigint }) | null> {
  const { nowS, closesAtS, depositWei, ...launch } = await readLaunch(client, { ...at, account })
  const protocolBps = await readContract(client, {
    ...{ address: tokenFactory, abi: tokenFactoryAbi, blockNumber: launch.block },
    functionName: 'protocolBps',
  })
  const quote = quoteDeposit({ ...unmade(terms, nowS), protocolBps }, launch, { beforeWei: depositWei, valueWei })
  return quote && { ...quote, nowS, closesAtS }
}
