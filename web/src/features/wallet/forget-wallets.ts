import type { QueryClient } from '@tanstack/react-query'

const depending = new Set(['GET /api/me/wallets', 'GET /api/me/passes', 'GET /api/me/passkeys', 'my-collections'])

/** The wallets of the account have changed: what was read about them is asked again. */
export function forgetWallets(queries: QueryClient): void {
  void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => depending.has(String(name)) })
}
