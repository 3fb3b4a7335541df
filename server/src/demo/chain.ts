import { devnet } from '@corefans/chain/chains.ts'
import { devnetAccount } from '@corefans/chain/devnet/accounts.ts'
import { type Account, createClient, http as overHttp } from 'viem'

/** People of the demo world have the mnemonic's accounts from here on; the ten rich ones below belong to nobody. */
export const firstWallet = 100
export const walletOf = (walletIndex: number) => devnetAccount(firstWallet + walletIndex)
const faucetAccount = 1

export const reading = (rpcUrl: string) =>
  createClient({ chain: devnet, transport: overHttp(rpcUrl, { timeout: 20_000 }), pollingInterval: 25 })
export const signing = <A extends Account>(rpcUrl: string, account: A) =>
  createClient({ chain: devnet, account, transport: overHttp(rpcUrl, { timeout: 20_000 }), pollingInterval: 25 })
export const faucetClient = (rpcUrl: string) => signing(rpcUrl, devnetAccount(faucetAccount))
export const ownerClient = (rpcUrl: string) => signing(rpcUrl, devnetAccount(0))
