import type { WalletView, WrappedKey } from '@corefans/shared/contracts/accounts.ts'
import type { Config } from '../../kernel/config.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { presentWallet } from './present.ts'
import { problem } from './problems.ts'
import { signerOf } from './siwe.ts'
import { insertWallet } from './store/wallets.ts'

/** Links the wallet that signed to the actor's account: what it holds opens things for this account from now on. */
export const linkWallet =
  (config: Config) =>
  async (
    ctx: Ctx,
    input: { message: string; signature: string; kind: 'browser' | 'instant'; wrappedKey?: WrappedKey | undefined },
  ): Promise<WalletView> => {
    const address = await signerOf(ctx, config, input)
    const wallet = await insertWallet(ctx, { address, account: me(ctx), kind: input.kind, wrappedKey: input.wrappedKey ?? null })
    if (!wallet) throw problem['wallet-taken']()
    await ctx.emit({ type: 'wallets.changed', accountId: me(ctx) })
    await ctx.emit({ type: 'credentials.changed', accountId: me(ctx), change: 'wallet-linked' })
    return presentWallet(wallet)
  }
