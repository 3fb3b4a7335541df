import { type Ctx, me } from '../../kernel/ctx.ts'
import { problem } from './problems.ts'
import { lockAccount, waysIn } from './store/accounts.ts'
import { deletePasskey } from './store/passkeys.ts'
import { deleteWallet } from './store/wallets.ts'

/** Removes a passkey, unless nobody could sign in afterwards. */
export async function removePasskey(ctx: Ctx, { passkeyId }: { passkeyId: string }): Promise<null> {
  if (!(await deletePasskey(ctx, me(ctx), passkeyId))) throw problem['unknown-passkey']()
  await mustHaveWayIn(ctx)
  await ctx.emit({ type: 'credentials.changed', accountId: me(ctx), change: 'passkey-removed' })
  return null
}

/** Unlinks a wallet; what it holds opens nothing for this account from now on. */
export async function unlinkWallet(ctx: Ctx, { address }: { address: string }): Promise<null> {
  if (!(await deleteWallet(ctx, me(ctx), address))) throw problem['unknown-wallet']()
  await mustHaveWayIn(ctx)
  await ctx.emit({ type: 'wallets.changed', accountId: me(ctx) })
  await ctx.emit({ type: 'credentials.changed', accountId: me(ctx), change: 'wallet-unlinked' })
  return null
}

async function mustHaveWayIn(ctx: Ctx): Promise<void> {
  await lockAccount(ctx, me(ctx))
  if ((await waysIn(ctx, me(ctx))) === 0) throw problem['last-way-in']()
}
