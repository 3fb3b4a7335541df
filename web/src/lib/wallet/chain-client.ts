import { chainOf } from '@corefans/chain/chains.ts'
import type { ReadingClient, SigningClient } from '@corefans/chain/clients.ts'
import { type Account, type Chain, createClient, custom, type EIP1193Provider, http } from 'viem'
import { api } from '../api.ts'
import type { Config } from '../session.ts'
import { WalletProblem } from './wallet-problem.ts'

/** Where every question to the chain goes: our own server, which passes it on. */
export const rpcUrl = (): string => `${window.location.origin}/api/chain/rpc`
const overOwnServer = () => http(rpcUrl(), { batch: { batchSize: 20 } })

let config: Promise<Config['chain']> | undefined
/** The chain of this CoreFans as the server states it; asked once. */
export function chainConfig(): Promise<Config['chain']> {
  config ??= api('GET /api/config', {}).then(
    ({ chain }) => chain,
    (error: unknown) => {
      config = undefined
      throw error
    },
  )
  return config
}

/** The chain of this CoreFans for viem and for wallets, reached through our own server. */
export async function chainHere(): Promise<Chain> {
  const known = chainOf((await chainConfig()).id)
  if (!known) throw new WalletProblem('wallet/no-chain')
  return { ...known, rpcUrls: { default: { http: [rpcUrl()] } } }
}

const pace = (chain: Chain) => ({ chain, pollingInterval: chain.testnet ? 500 : 3_000 })

/** Reads the chain. */
export async function readingClient(): Promise<ReadingClient> {
  return createClient({ ...pace(await chainHere()), transport: overOwnServer() })
}

/** Signs here in the page with a key that is open. */
export async function localClient<A extends Account>(account: A): Promise<SigningClient> {
  return createClient({ ...pace(await chainHere()), account, transport: overOwnServer() })
}

/** Has a browser wallet sign; it asks the person itself. */
export async function providerClient(address: `0x${string}`, provider: EIP1193Provider): Promise<SigningClient> {
  return createClient({
    ...pace(await chainHere()),
    account: { address, type: 'json-rpc' },
    transport: custom(provider, { retryCount: 0 }),
  })
}
