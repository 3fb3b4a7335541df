import type { Call } from '../../lib/api.ts'
import { read } from '../../lib/query.ts'

export const profileQuery = (handle: string, call?: Call) => read('GET /api/profiles/:handle', { handle }, call)
