import type { QueryClient } from '@tanstack/react-query'
import type { Call } from '../../lib/api.ts'
import { askTwice, read, readPages } from '../../lib/query.ts'
import { handleTokenEvent } from './live.ts'

/** A person's own token, as its viewer sees it. */
export const tokenQuery = (handle: string, call?: Call) => read('GET /api/tokens/:handle', { handle }, call)
export const holderPages = (handle: string) => readPages('GET /api/tokens/:handle/holders', { handle, limit: 20 })
export const tradePages = (handle: string) => readPages('GET /api/tokens/:handle/trades', { handle, limit: 20 })
/** Fair launches of a person's token, newest first. */
export const launchPages = (handle: string) => readPages('GET /api/tokens/:handle/launches', { handle, limit: 20 })
export const solvencyPages = (call?: Call) => readPages('GET /api/solvency', { limit: 20 }, call)

/** Asks again after one's own transaction. */
export const refreshTokens = (queries: QueryClient): void => askTwice(() => handleTokenEvent(queries))
