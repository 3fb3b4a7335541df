import type { Call } from '../../lib/api.ts'
import { read } from '../../lib/query.ts'

/** The tiers that a creator sells, with what the viewer holds of them. */
export const tiersQuery = (handle: string, call?: Call) => read('GET /api/profiles/:handle/passes', { handle }, call)
