import { spotPriceOf } from '@corefans/chain/curve.ts'
import type { TokenChanged } from '@corefans/shared/events/tokens.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { accountsOfWallets } from '../accounts/index.ts'
import type { TokenState } from './store/types.ts'

/** One domain event a token, however many of its logs came at once; tokens of wallets that nobody linked are silent. */
export async function announce(ctx: Ctx, tokens: readonly TokenState[], why: (token: TokenState) => TokenChanged['reason']): Promise<void> {
  const accounts = await accountsOfWallets(ctx, [...new Set(tokens.map(({ creatorWallet }) => creatorWallet))])
  for (const token of tokens) {
    const creatorId = accounts.get(token.creatorWallet)
    if (!creatorId) continue
    const now = { supply: token.supply.toString(), priceWei: spotPriceOf(token).toString() }
    await ctx.emit({ type: 'token.changed', creatorId, address: token.address, ...now, reason: why(token) })
  }
}
