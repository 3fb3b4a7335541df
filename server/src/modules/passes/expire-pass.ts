import type { Ctx } from '../../kernel/ctx.ts'
import { accountsOfWallets } from '../accounts/index.ts'
import { accessChanged } from './announce.ts'
import { findToken, type TokenRow } from './store.ts'

type Which = { collection: string; tokenId: string }

/** At a pass's last second: its holder's pages ask again what they may open. Access itself ended by the clock. */
export const expirePass = async (ctx: Ctx, { collection, tokenId }: Which): Promise<void> => {
  const token = await findToken(ctx, collection, tokenId)
  if (token && !token.active) await askAgain(ctx, token, [token.holder], 'expired')
}

/** At a loan's last second: the borrower's pages close and the owner's open. */
export const returnLoan = async (ctx: Ctx, { collection, tokenId, borrower }: Which & { borrower: string }): Promise<void> => {
  const token = await findToken(ctx, collection, tokenId)
  if (token && token.holder === token.owner) await askAgain(ctx, token, [token.owner, borrower], 'returned')
}

async function askAgain(ctx: Ctx, token: TokenRow, wallets: string[], reason: 'expired' | 'returned'): Promise<void> {
  const accounts = await accountsOfWallets(ctx, [...wallets, token.creatorWallet])
  const creatorId = accounts.get(token.creatorWallet)
  if (!creatorId) return
  for (const wallet of wallets) await accessChanged(ctx, accounts.get(wallet) ?? null, creatorId, reason)
}
