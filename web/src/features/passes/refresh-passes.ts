import type { QueryClient } from '@tanstack/react-query'
import { askTwice, invalidateServer } from '../../lib/query.ts'

/**
 * Asks again for what a confirmed transaction may have changed: all that the page reads of the server, and what the wallet holds;
 * not the terms that somebody is looking at.
 */
export const refreshPasses = (queries: QueryClient): void => askTwice(() => void invalidateServer(queries, 'balance', 'owed'))
