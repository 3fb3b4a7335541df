import { devnet } from '@corefans/chain/chains.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { createClient, custom, toHex } from 'viem'
import { getTransactionCount } from 'viem/actions'
import { reading, walletOf } from '../chain.ts'

/** More than any deed of the demo uses. */
const gasEach = 3_000_000n

/**
 * Wallets for playing the past. What is known without asking (the next nonce of a wallet that only we use, fees of a chain
 * that nobody else uses, gas to spare) is answered here: of six round trips for a transaction two are left.
 */
export async function pastWallets(rpcUrl: string): Promise<{ of: (place: number) => SigningClient }> {
  const node = reading(rpcUrl)
  const made = new Map<number, SigningClient>()
  const ask = (method: string, params: unknown) => node.request({ method: method as never, params: params as never })
  return {
    of: (place) => {
      const known = made.get(place)
      if (known) return known
      const account = walletOf(place)
      let nonce: Promise<number> | null = null
      const answers: Record<string, () => unknown> = {
        eth_chainId: () => toHex(devnet.id),
        eth_estimateGas: () => toHex(gasEach),
        eth_maxPriorityFeePerGas: () => toHex(1_000_000_000n),
        eth_getTransactionCount: () => {
          nonce = (nonce ?? getTransactionCount(node, { address: account.address, blockTag: 'pending' }).then((n) => n - 1)).then(
            (n) => n + 1,
          )
          return nonce.then((n) => toHex(n))
        },
      }
      const transport = custom({ request: async ({ method, params }) => (await answers[method]?.()) ?? ask(method, params) })
      const client = createClient({ chain: devnet, account, transport, pollingInterval: 25, cacheTime: 60_000 })
      made.set(place, client)
      return client
    },
  }
}
