import type { LiveHandlers } from '../../lib/live.ts'
import { invalidateServer } from '../../lib/query.ts'

/** Somebody was blocked or muted on another tab: what this one shows may have to go. */
export const live: LiveHandlers = { events: { 'person.shunned': (queries) => void invalidateServer(queries) } }
