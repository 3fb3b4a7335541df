import { accounts as contracts } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import { changePassword } from './change-password.ts'
import { revokeOtherSessions, revokeSession, signOut } from './end-sessions.ts'
import { linkWallet } from './link-wallet.ts'
import { listPasskeys, listSessions, listWallets, walletKey } from './read.ts'
import { passkeyAdd, passkeyAddOptions, passkeySignUp, passkeySignUpOptions } from './register-passkey.ts'
import { removePasskey, unlinkWallet } from './remove-way-in.ts'
import { setPrimaryWallet } from './set-primary-wallet.ts'
import { passkeySignIn, passkeySignInOptions } from './sign-in-with-passkey.ts'
import { signInWithPassword } from './sign-in-with-password.ts'
import { signInWithWallet } from './sign-in-with-wallet.ts'
import { signUp } from './sign-up.ts'
import { walletChallenge } from './siwe.ts'
import { relyingParty } from './webauthn.ts'

/** `handleOf` comes from above: accounts knows who signs in, not what they are called. */
export function routes({ mount, config }: Host, handleOf: (account: string) => Promise<string>): void {
  const rp = relyingParty(config)
  const signedIn = async (accountId: string) => ({ accountId, handle: await handleOf(accountId) })
  const byWallet = signInWithWallet(config)
  const byPassword = signInWithPassword(config)
  const byPasskey = passkeySignIn(rp)
  mount.longCommand(contracts.signUp, signUp)
  mount.longCommand(contracts.signInWithPassword, async (...args) => signedIn(await byPassword(...args)))
  mount.longCommand(contracts.signInWithWallet, async (read, transact, input) =>
    signedIn(await transact(read.caller, (ctx) => byWallet({ ...ctx, actor: null }, input))),
  )
  mount.longCommand(contracts.passkeySignIn, async (read, transact, input) =>
    signedIn(await transact(read.caller, (ctx) => byPasskey(ctx, input))),
  )
  mount.longCommand(contracts.changePassword, async (...args) => signedIn(await changePassword(...args)))
  mount.command(contracts.signOut, signOut)
  mount.query(contracts.listSessions, listSessions)
  mount.command(contracts.revokeSession, revokeSession)
  mount.command(contracts.revokeOtherSessions, revokeOtherSessions)
  mount.command(contracts.passkeySignUpOptions, passkeySignUpOptions(rp))
  mount.command(contracts.passkeySignUp, passkeySignUp(rp))
  mount.command(contracts.passkeySignInOptions, passkeySignInOptions(rp))
  mount.command(contracts.passkeyAddOptions, passkeyAddOptions(rp))
  mount.command(contracts.passkeyAdd, passkeyAdd(rp))
  mount.query(contracts.listPasskeys, listPasskeys)
  mount.command(contracts.removePasskey, removePasskey)
  mount.command(contracts.walletChallenge, walletChallenge(config))
  mount.command(contracts.linkWallet, linkWallet(config))
  mount.query(contracts.listWallets, listWallets)
  mount.query(contracts.walletKey, walletKey)
  mount.command(contracts.setPrimaryWallet, setPrimaryWallet)
  mount.command(contracts.unlinkWallet, unlinkWallet)
}
