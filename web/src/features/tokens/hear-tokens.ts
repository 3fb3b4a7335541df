import type { WireEvent } from '@corefans/shared/events/wire.ts'
import type { QueryClient } from '@tanstack/react-query'

const routes = ['GET /api/tokens', 'GET /api/solv', 'balance', 'held tokens']

/** Whatever a trade changes asks again. */
export const askAgain = (queries: QueryClient): void =>
  void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => routes.some((one) => String(name).startsWith(one)) })

/** Open pages of tokens ask again when the server says that one, or a launch, has changed. By pattern: it is in every first load. */
export function hearTokens(queries: QueryClient, { type }: WireEvent): void {
  if (/^(token|launch)/.test(type)) askAgain(queries)
}
