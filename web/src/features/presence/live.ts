import type { LiveHandlers } from '../../lib/live.ts'
import { handlePresenceState } from './presence.ts'

export const live: LiveHandlers = { states: { presence: (_queries, state) => handlePresenceState(state) } }
