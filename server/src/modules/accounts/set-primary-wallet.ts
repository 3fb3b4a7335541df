import type { WalletView } from '@corefans/shared/contracts/accounts.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { presentWallet } from './present.ts'
import { problem } from './problems.ts'
import { findWallet, makePrimary } from './store/wallets.ts'

/** Makes one of the actor's wallets the one that pays and receives by default. */
export async function setPrimaryWallet(ctx: Ctx, { address }: { address: string }): Promise<WalletView> {
  if (!(await makePrimary(ctx, me(ctx), address))) throw problem['unknown-wallet']()
  const wallet = await findWallet(ctx, address)
  if (!wallet) throw problem['unknown-wallet']()
  await ctx.emit({ type: 'credentials.changed', accountId: me(ctx), change: 'primary-wallet' })
  return presentWallet(wallet)
}
