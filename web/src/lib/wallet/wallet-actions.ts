import { allowToken } from '@corefans/chain/actions/allow-token.ts'
import { buyPass } from '@corefans/chain/actions/buy-pass.ts'
import { buyFirstToken, buyToken, buyTokenExact } from '@corefans/chain/actions/buy-token.ts'
import { claimTokenFees } from '@corefans/chain/actions/claim-token-fees.ts'
import { createCollectionWithTier } from '@corefans/chain/actions/create-collection-with-tier.ts'
import { acceptBid, buyListing } from '@corefans/chain/actions/fill-order.ts'
import { cancelVouchers, giveMint } from '@corefans/chain/actions/give-mint.ts'
import { abandonLaunch, claimFromLaunch, depositInLaunch, openLaunch, settleLaunch } from '@corefans/chain/actions/launch.ts'
import { consumePass, lendPass, returnPass } from '@corefans/chain/actions/lend-pass.ts'
import { cancelOrder, claimSaleCredit, depositForOffers, withdrawOfferFunds } from '@corefans/chain/actions/market-account.ts'
import { takeTestUsd } from '@corefans/chain/actions/read-token.ts'
import { renewPass } from '@corefans/chain/actions/renew-pass.ts'
import { revokeTerms } from '@corefans/chain/actions/revoke-terms.ts'
import { sellToken } from '@corefans/chain/actions/sell-token.ts'
import { setTier } from '@corefans/chain/actions/set-tier.ts'
import { createSplit, distribute } from '@corefans/chain/actions/splits.ts'
import { payOnce, tip } from '@corefans/chain/actions/tip.ts'
import { payOnceToken, tipToken } from '@corefans/chain/actions/tip-token.ts'
import { transferPass } from '@corefans/chain/actions/transfer-pass.ts'
import { withdraw } from '@corefans/chain/actions/withdraw.ts'
import { withdrawOwed } from '@corefans/chain/actions/withdraw-owed.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'

const actions = {
  buyPass,
  renewPass,
  transferPass,
  setTier,
  createCollectionWithTier,
  withdraw,
  buyToken,
  buyFirstToken,
  buyTokenExact,
  sellToken,
  claimTokenFees,
  revokeTerms,
  openLaunch,
  depositInLaunch,
  settleLaunch,
  claimFromLaunch,
  abandonLaunch,
  tip,
  tipToken,
  payOnce,
  payOnceToken,
  withdrawOwed,
  claimSaleCredit,
  createSplit,
  distribute,
  takeTestUsd,
  allowToken,
  buyListing,
  acceptBid,
  cancelOrder,
  depositForOffers,
  withdrawOfferFunds,
  lendPass,
  returnPass,
  consumePass,
  giveMint,
  cancelVouchers,
}
type WalletActions = typeof actions

/** What a person can do on the chain, as plain values: which action, and with what. */
export type WalletAction = { [D in keyof WalletActions]: { does: D; with: Parameters<WalletActions[D]>[1] } }[keyof WalletActions]

/** Signs and sends; answers the hash of the transaction. */
export const perform = (client: SigningClient, { does, with: params }: WalletAction): Promise<`0x${string}`> =>
  (actions[does] as (client: SigningClient, params: WalletAction['with']) => Promise<`0x${string}`>)(client, params)
