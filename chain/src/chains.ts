import { type Chain, defineChain } from 'viem'

const core = { decimals: 18, name: 'Core', symbol: 'CORE' } as const

/** Core mainnet. */
export const coreMainnet = defineChain({
  id: 1116,
  name: 'Core',
  nativeCurrency: core,
  rpcUrls: { default: { http: ['https://rpc.coredao.org'] } },
  blockExplorers: { default: { name: 'Core Scan', url: 'https://scan.coredao.org' } },
})

/** Core testnet. */
export const coreTestnet = defineChain({
  id: 1114,
  name: 'Core Testnet',
  nativeCurrency: { ...core, symbol: 'tCORE' },
  rpcUrls: { default: { http: ['https://rpc.test2.btcs.network'] } },
  blockExplorers: { default: { name: 'Core Scan Testnet', url: 'https://scan.test2.btcs.network' } },
  testnet: true,
})

/** The chain a CoreFans server carries with it; whoever runs it gives its address to the client's transport. */
export const devnet = defineChain({
  id: 31337,
  name: 'CoreFans devnet',
  nativeCurrency: core,
  rpcUrls: { default: { http: ['http://127.0.0.1:8545'] } },
  // Gas is free here, so that a wallet made a second ago can act. Left to itself the node would suggest a tip of
  // 1 gwei above a fee cap of 0, which every client refuses.
  prepareTransactionRequest: async (request) => {
    if (request.gasPrice !== undefined || request.maxFeePerGas !== undefined) return request
    return { ...request, type: 'eip1559', maxFeePerGas: 0n, maxPriorityFeePerGas: 0n } as typeof request
  },
  testnet: true,
})

/** Every chain CoreFans speaks to. */
export const chains = [coreMainnet, coreTestnet, devnet] as const

/** The chain with this id, or undefined if CoreFans does not speak to it. */
export function chainOf(chainId: number): Chain | undefined {
  return chains.find((chain) => chain.id === chainId)
}

/** After how many blocks money counts as spendable; the devnet is ours alone, so one block is enough there. */
export function confirmationsFor(chainId: number): number {
  return chainId === devnet.id ? 1 : 15
}
