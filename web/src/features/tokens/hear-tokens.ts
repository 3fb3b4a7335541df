import type { DomainEvent } from '@corefans/shared/events/index.ts'
import type { QueryClient } from '@tanstack/react-query'

const routes = ['GET /api/tokens', 'GET /api/solv', 'balance', 'held tokens']

/** Whatever a trade changes asks again. */
export const askAgain = (queries: QueryClient): void =>
  void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => routes.some((one) => String(name).startsWith(one)) })

/** Open pages of tokens ask again when the server says that one has changed. */
export function hearTokens(queries: QueryClient, { type }: DomainEvent): void {
  if (type === 'token.changed' || type === 'token.promised' || type === 'launch.changed') askAgain(queries)
}
