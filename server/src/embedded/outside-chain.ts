import { addressesOf, type Contracts, contractNames } from '@corefans/chain/addresses.ts'
import { chainOf, confirmationsFor } from '@corefans/chain/chains.ts'
import type { Chain } from 'viem'
import type { Config } from '../kernel/config.ts'
import type { ChainSettings } from '../kernel/open-host.ts'

/** The chain behind CHAIN_RPC_URL; refuses one that does not answer or that CoreFans does not know. */
export async function outsideChain(config: Config, rpcUrl: string): Promise<ChainSettings> {
  const id = await chainIdAt(rpcUrl)
  const chain = chainOf(id)
  if (!chain) throw new Error(`CHAIN_RPC_URL answers as chain ${id}; CoreFans knows Core 1116, Core testnet 1114 and its own devnet 31337`)
  const known = addressesOf(id)
  return {
    id,
    name: chain.name,
    symbol: chain.nativeCurrency.symbol,
    explorerUrl: explorerOf(chain),
    confirmations: confirmationsFor(id),
    contracts: lowerCase({ ...known?.contracts, ...config.chainContracts }),
    rpcUrl,
    witnessUrls: config.chainWitnessUrls,
    fromBlock: config.chainFromBlock || (known?.fromBlock ?? 0n),
  }
}

/** Addresses as the inbox writes them. */
export function lowerCase(contracts: Contracts): Contracts {
  const known = contractNames.flatMap((name) => (contracts[name] ? [[name, contracts[name].toLowerCase()]] : []))
  return Object.fromEntries(known)
}

const explorerOf = (chain: Chain): string | null => chain.blockExplorers?.default.url ?? null

async function chainIdAt(rpcUrl: string): Promise<number> {
  try {
    const response = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]}',
      signal: AbortSignal.timeout(10_000),
    })
    const answer = (await response.json()) as { result?: string }
    if (answer.result) return Number(answer.result)
  } catch {
    // Refused, unreachable and not JSON-RPC are one answer to whoever set the variable.
  }
  throw new Error(`CHAIN_RPC_URL does not answer as an EVM chain: ${rpcUrl}`)
}
