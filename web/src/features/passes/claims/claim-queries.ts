import type { QueryClient } from '@tanstack/react-query'
import { invalidate, read, readPages } from '../../../lib/query.ts'

export const claimQuery = (linkId: string) => read('GET /api/claims/:linkId', { linkId })
export const claimLinkPages = readPages('GET /api/me/claim-links', {})

/** Asks again for links and what they still give. */
export const refreshClaims = (queries: QueryClient): void => void invalidate(queries, 'GET /api/claims/:linkId', 'GET /api/me/claim-links')
