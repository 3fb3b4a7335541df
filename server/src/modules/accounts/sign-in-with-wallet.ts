import type { Config } from '../../kernel/config.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { createAccount } from './create-account.ts'
import { openSession } from './open-session.ts'
import { problem } from './problems.ts'
import { signerOf } from './siwe.ts'
import { findWallet, insertWallet } from './store/wallets.ts'

type Input = { message: string; signature: string; handle?: string | undefined; name?: string | undefined }

/** Signs in the account that linked the wallet; with handle and name an unknown wallet becomes a new account. */
export const signInWithWallet =
  (config: Config) =>
  async (ctx: Ctx, input: Input): Promise<string> => {
    const address = await signerOf(ctx, config, input)
    const wallet = await findWallet(ctx, address)
    const account = wallet?.account ?? (await accountFor(ctx, address, input))
    await openSession(ctx, account)
    return account
  }

async function accountFor(ctx: Ctx, address: string, { handle, name }: Input): Promise<string> {
  if (!handle || !name) throw problem['unknown-wallet']({ address })
  const account = await createAccount(ctx, { handle, name })
  await insertWallet(ctx, { address, account, kind: 'browser', wrappedKey: null })
  return account
}
