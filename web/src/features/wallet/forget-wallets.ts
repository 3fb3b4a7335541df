import type { QueryClient } from '@tanstack/react-query'
import { invalidate } from '../../lib/query.ts'

/** The wallets of the account have changed: what was read about them is asked again. */
export function forgetWallets(queries: QueryClient): void {
  void invalidate(queries, 'GET /api/me/wallets', 'GET /api/me/passes', 'GET /api/me/passkeys', 'my-collections')
}
