import type { QueryClient } from '@tanstack/react-query'
import { read, readPages } from '../../../lib/query.ts'

export const claimQuery = (linkId: string) => read('GET /api/claims/:linkId', { linkId })
export const claimLinkPages = readPages('GET /api/me/claim-links', {})

/** Asks again for links and what they still give. */
export const refreshClaims = (queries: QueryClient): void =>
  void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => /claim/.test(String(name)) })
