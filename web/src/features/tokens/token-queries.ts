import type { QueryClient } from '@tanstack/react-query'
import type { Call } from '../../lib/api.ts'
import { read, readPages } from '../../lib/query.ts'
import { askAgain } from './hear-tokens.ts'

/** A person's own token, as its viewer sees it. */
export const tokenQuery = (handle: string) => read('GET /api/tokens/:handle', { handle })
export const holderPages = (handle: string) => readPages('GET /api/tokens/:handle/holders', { handle, limit: 20 })
export const tradePages = (handle: string) => readPages('GET /api/tokens/:handle/trades', { handle, limit: 20 })
/** Fair launches of a person's token, newest first. */
export const launchPages = (handle: string) => readPages('GET /api/tokens/:handle/launches', { handle, limit: 20 })
export const solvencyPages = (call?: Call) => readPages('GET /api/solvency', { limit: 20 }, call)

/** Asks again after one's own transaction: now, and once more for a server that reads the block a moment later than we do. */
export function refreshTokens(queries: QueryClient): void {
  askAgain(queries)
  setTimeout(() => askAgain(queries), 2_000)
}
