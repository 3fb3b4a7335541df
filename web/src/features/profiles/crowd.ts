import type { Call } from '../../lib/api.ts'
import { readPages } from '../../lib/query.ts'

export type Crowd = 'fans' | 'following'

/** The people on one side of a profile's follows. */
export const crowdPages = (crowd: Crowd, handle: string, call?: Call) =>
  readPages(crowd === 'fans' ? 'GET /api/profiles/:handle/fans' : 'GET /api/profiles/:handle/following', { handle }, call)
