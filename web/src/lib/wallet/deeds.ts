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
import { sellToken } from '@corefans/chain/actions/sell-token.ts'
import { setTier } from '@corefans/chain/actions/set-tier.ts'
import { createSplit, distribute } from '@corefans/chain/actions/splits.ts'
import { payOnce, tip } from '@corefans/chain/actions/tip.ts'
import { payOnceToken, tipToken } from '@corefans/chain/actions/tip-token.ts'
import { transferPass } from '@corefans/chain/actions/transfer-pass.ts'
import { withdraw } from '@corefans/chain/actions/withdraw.ts'
import { withdrawOwed } from '@corefans/chain/actions/withdraw-owed.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'

const deeds = {
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
type Deeds = typeof deeds

/** What a person can do on the chain, as plain values: which deed, and with what. */
export type Deed = { [D in keyof Deeds]: { does: D; with: Parameters<Deeds[D]>[1] } }[keyof Deeds]

/** Signs and sends; answers the hash of the transaction. */
export const perform = (client: SigningClient, { does, with: params }: Deed): Promise<`0x${string}`> =>
  (deeds[does] as (client: SigningClient, params: Deed['with']) => Promise<`0x${string}`>)(client, params)
