import type { Call } from '../../lib/api.ts'
import { read } from '../../lib/query.ts'

export const suggestionsQuery = (limit = 4, call?: Call) => read('GET /api/suggestions', { limit }, call)
export const promotedQuery = (call?: Call) => read('GET /api/promoted', {}, call)
