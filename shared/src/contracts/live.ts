import { z } from 'zod'
import { contract } from '../contract.ts'
import { Id } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { page, pageInput } from '../values/page.ts'
import { line } from '../values/text.ts'
import { Audience } from './posts.ts'
import { Person } from './profiles.ts'

/** `created`: it has a key and nobody publishes. `reconnecting`: the publisher is gone for a moment. */
export const StreamState = z.enum(['created', 'live', 'reconnecting', 'ended'])
export type StreamState = z.infer<typeof StreamState>

export const StreamView = z.object({
  id: Id,
  creator: Person,
  title: z.string(),
  state: StreamState,
  audience: Audience,
  locked: z.boolean(),
  /** Different people who watch now. */
  viewers: z.number().int(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** Where a WHEP offer goes; for whoever may watch, while it is live. */
  playback: z.object({ whep: z.string() }).optional(),
  viewer: z.object({ isCreator: z.boolean() }),
})
export type StreamView = z.infer<typeof StreamView>

const title = line(limits.streamTitle).min(1)
/** Followers, holders or everybody; a stream is not sold by itself. */
const StreamAudience = Audience.refine(
  (audience) => typeof audience === 'string' || audience.anyOf.flat().every(({ kind }) => kind !== 'purchase'),
  { message: 'a stream is for everybody, for followers or for holders' },
)

export const createStream = contract('POST /api/streams', {
  summary: 'Make a stream; its key is told here and never again',
  who: 'account',
  actFor: 'stream',
  input: z.strictObject({ title, audience: StreamAudience.default('public') }),
  output: z.object({ ...StreamView.shape, whipUrl: z.string(), key: z.string() }),
  status: 201,
  problems: ['live/already-live', 'passes/unknown-tier'],
  rate: { points: 20, per: 'account' },
})
export const listStreams = contract('GET /api/streams', {
  summary: 'Streams that are live, newest first; locked ones are shown as such',
  who: 'viewer',
  input: z.strictObject({ state: z.enum(['live']).default('live'), following: z.enum(['true', 'false']).default('false'), ...pageInput }),
  output: page(StreamView),
  problems: ['http/bad-cursor'],
})
export const readStream = contract('GET /api/streams/:streamId', {
  summary: 'One stream',
  who: 'viewer',
  actFor: 'view',
  input: z.strictObject({ streamId: Id }),
  output: StreamView,
  problems: ['live/unknown'],
})
export const readCreatorStream = contract('GET /api/profiles/:handle/stream', {
  summary: 'The stream of a creator that is on, or else the last one',
  who: 'viewer',
  actFor: 'view',
  input: z.strictObject({ handle: z.string().min(1).max(limits.handle) }),
  output: StreamView,
  problems: ['live/unknown'],
})
export const endStream = contract('POST /api/streams/:streamId/end', {
  summary: 'End a stream, for everybody at once',
  who: 'account',
  actFor: 'stream',
  input: z.strictObject({ streamId: Id }),
  output: StreamView,
  problems: ['live/unknown', 'live/not-yours'],
})

export const ChatLine = z.object({
  id: Id,
  author: Person,
  text: z.string(),
  at: z.iso.datetime(),
  byCreator: z.boolean(),
  viewer: z.object({ mayDelete: z.boolean() }),
})
export type ChatLine = z.infer<typeof ChatLine>
export const listChat = contract('GET /api/streams/:streamId/chat', {
  summary: 'What was said on a stream, newest first; for whoever may watch',
  who: 'viewer',
  actFor: 'view',
  input: z.strictObject({ streamId: Id, ...pageInput }),
  output: page(ChatLine),
  problems: ['live/unknown', 'access/locked', 'http/bad-cursor'],
})
export const sayOnStream = contract('POST /api/streams/:streamId/chat', {
  summary: 'Say something to everybody who watches',
  who: 'account',
  input: z.strictObject({ streamId: Id, text: line(limits.chatLine).min(1) }),
  output: ChatLine,
  status: 201,
  problems: ['live/unknown', 'live/not-live', 'access/locked'],
  rate: { points: 30, per: 'account' },
})
export const deleteChatLine = contract('DELETE /api/streams/:streamId/chat/:lineId', {
  summary: "Take back one's own line, or any on one's own stream",
  who: 'account',
  input: z.strictObject({ streamId: Id, lineId: Id }),
  output: z.null(),
  status: 204,
  problems: ['live/unknown', 'live/unknown-line', 'live/not-yours'],
})
