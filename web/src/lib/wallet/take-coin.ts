import { takeTestUsd } from '@corefans/chain/actions/read-token.ts'
import type { WalletView } from '@corefans/shared/contracts/accounts.ts'
import { activeWallet } from './active-wallet.ts'
import type { Coin } from './amount.ts'
import { WalletProblem } from './wallet-problem.ts'

const lot = 100n

/** A hundred of a test coin, from its open faucet, into a wallet that can sign without being asked. */
export async function takeCoin(wallet: WalletView, coin: Coin): Promise<string> {
  const active = await activeWallet(wallet)
  if (active.is !== 'ready') throw new WalletProblem('wallet/wrong-secret')
  const amount = lot * 10n ** BigInt(coin.decimals)
  return takeTestUsd(active.client, { testUsd: coin.token as `0x${string}`, amount })
}
