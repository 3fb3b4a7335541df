import type { Ctx } from '../../kernel/ctx.ts'
import { accountsOfWallets } from '../accounts/index.ts'
import { findToken } from './store.ts'
import { accessChanged } from './tell.ts'

/** At a pass's last second: its holder's pages ask again what they may open. Access itself ended by the clock. */
export const expirePass =
  (chainId: number) =>
  async (ctx: Ctx, { collection, tokenId }: { collection: string; tokenId: string }): Promise<void> => {
    const token = await findToken(ctx, chainId, collection, tokenId)
    if (!token || token.active) return
    const accounts = await accountsOfWallets(ctx, [token.owner, token.creatorWallet])
    const creatorId = accounts.get(token.creatorWallet)
    if (creatorId) await accessChanged(ctx, accounts.get(token.owner) ?? null, creatorId, 'expired')
  }
