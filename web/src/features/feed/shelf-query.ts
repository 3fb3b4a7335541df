import type { Call } from '../../lib/api.ts'
import { read } from '../../lib/query.ts'

export const shelfQuery = (only: 'all' | 'ai', call?: Call) => read('GET /api/profiles', { only, limit: 12 }, call)
