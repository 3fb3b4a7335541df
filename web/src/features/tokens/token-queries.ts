import type { DomainEvent } from '@corefans/shared/events/index.ts'
import type { QueryClient } from '@tanstack/react-query'
import type { Call } from '../../lib/api.ts'
import { read, readPages } from '../../lib/query.ts'

/** A person's own token, as its viewer sees it. */
export const tokenQuery = (handle: string, call?: Call) => read('GET /api/tokens/:handle', { handle }, call)
export const holderPages = (handle: string) => readPages('GET /api/tokens/:handle/holders', { handle, limit: 20 })
export const tradePages = (handle: string) => readPages('GET /api/tokens/:handle/trades', { handle, limit: 20 })
export const solvencyPages = (call?: Call) => readPages('GET /api/solvency', { limit: 20 }, call)

const routes = ['GET /api/tokens/:handle', 'GET /api/solvency', 'balance', 'held tokens']
const isTouched = ({ queryKey: [route] }: { queryKey: readonly unknown[] }) => routes.some((one) => String(route).startsWith(one))

/** Open pages of tokens ask again when the server says that one has changed. */
export function hearTokens(queries: QueryClient, event: DomainEvent): void {
  if (event.type === 'token.changed' || event.type === 'token.promised') void queries.invalidateQueries({ predicate: isTouched })
}

/** Asks again after one's own transaction: now, and once more for a server that reads the block a moment later than we do. */
export function refreshTokens(queries: QueryClient): void {
  const ask = () => void queries.invalidateQueries({ predicate: isTouched })
  ask()
  setTimeout(ask, 2_000)
}
