import { z } from 'zod'
import { contract } from '../contract.ts'
import { Handle } from '../values/handle.ts'

/** `lastActiveAt` is cut to the minute. Somebody who hides presence is absent from the answer, and is told nothing of others. */
export const PresenceView = z.object({
  handle: z.string(),
  state: z.enum(['online', 'away', 'offline']),
  lastActiveAt: z.iso.datetime().nullable(),
})
export type PresenceView = z.infer<typeof PresenceView>

export const readPresence = contract('GET /api/presence', {
  summary: 'Who is here now, for up to 50 handles',
  who: 'viewer',
  input: z.strictObject({
    handles: z
      .string()
      .max(1_200)
      .transform((s) => s.split(','))
      .pipe(z.array(Handle).min(1).max(50)),
  }),
  output: z.object({ items: z.array(PresenceView), nextCursor: z.null() }),
  problems: [],
})
