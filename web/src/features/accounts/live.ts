import { api } from '../../lib/api.ts'
import type { LiveHandlers } from '../../lib/live.ts'
import { ApiProblem } from '../../lib/problem.ts'
import { enter } from '../../lib/session.ts'

/** This very session may be among the ended ones: who we are is asked, and nobody any more means the way in. */
const handleSessionsRevokedEvent = (): void =>
  void api('GET /api/me', {}).catch((error: unknown) => error instanceof ApiProblem && error.status === 401 && enter('/login'))

export const live: LiveHandlers = { events: { 'sessions.revoked': handleSessionsRevokedEvent } }
