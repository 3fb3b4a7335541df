import type { EventOf } from '@corefans/shared/events/index.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { notify } from './notify.ts'

type Change = EventOf<'credentials.changed'>['change']
const told: Record<Change, { text: string; href: string }> = {
  'password-set': { text: 'Your password was set', href: '/settings/security' },
  'passkey-added': { text: 'A passkey was added to your account', href: '/settings/security' },
  'passkey-removed': { text: 'A passkey was removed from your account', href: '/settings/security' },
  'wallet-linked': { text: 'A wallet was linked to your account', href: '/settings/wallet' },
  'wallet-unlinked': { text: 'A wallet was unlinked from your account', href: '/settings/wallet' },
  'primary-wallet': { text: 'Another of your wallets is paid from now on', href: '/settings/wallet' },
  'payout-set': { text: 'Where your account’s earnings go was changed', href: '/studio/team' },
}

/** The owner hears of every change of who gets in and who is paid, their own too: somebody else may have made it. */
export const notifyOfCredentials = (ctx: Ctx, { accountId, change }: EventOf<'credentials.changed'>): Promise<void> =>
  notify(ctx, { account: accountId, type: 'system', group: `credentials ${change}`, actors: [], excerpt: null, ...told[change] })
