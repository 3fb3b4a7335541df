import type { SessionView, WalletView } from '@corefans/shared/contracts/accounts.ts'
import type { PasskeyRow } from './store/passkeys.ts'
import type { SessionRow } from './store/sessions.ts'
import type { WalletRow } from './store/wallets.ts'

export const presentSession = (row: SessionRow, current: string | null): SessionView => ({
  id: row.id,
  current: row.id === current,
  device: row.device,
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
})

export const presentWallet = (row: WalletRow): WalletView => ({
  address: row.address,
  kind: row.kind,
  primary: row.isPrimary,
  linkedAt: row.linkedAt.toISOString(),
})

export const presentPasskey = (row: PasskeyRow) => ({
  id: row.id,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
})
