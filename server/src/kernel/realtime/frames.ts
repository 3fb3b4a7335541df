import type { ClientFrame } from '@corefans/shared/realtime.ts'
import { z } from 'zod'

export const maxTopicsPerSocket = 200
const topics = z.array(z.string().max(100)).min(1).max(maxTopicsPerSocket)

const Frame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('subscribe'), topics, since: z.number().int().min(0).optional() }),
  z.strictObject({ type: z.literal('unsubscribe'), topics }),
  z.strictObject({ type: z.literal('active'), visible: z.boolean() }),
])

/** The frame, or why it is none. */
export function readFrame(data: string): { frame: ClientFrame } | { reason: string } {
  let json: unknown
  try {
    json = JSON.parse(data)
  } catch {
    return { reason: 'not JSON' }
  }
  const parsed = Frame.safeParse(json)
  return parsed.success ? { frame: parsed.data as ClientFrame } : { reason: parsed.error.issues[0]?.message ?? 'unknown frame' }
}
