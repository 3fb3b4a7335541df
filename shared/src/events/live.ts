import type { StreamState } from '../contracts/live.ts'
import type { Wire } from './audience.ts'

/** A stream began, paused, came back or ended. */
export type StreamChanged = { type: 'stream.changed'; streamId: string; creatorId: string; state: StreamState }
/** As many people watch now. */
export type StreamWatched = { type: 'stream.watched'; streamId: string; viewers: number }
/** Something was said or taken back. */
export type StreamTalked = { type: 'stream.talked'; streamId: string; lineId: string; isGone: boolean }

/** Somebody who watched may not any more, and was let go. */
export type StreamRefused = { type: 'stream.refused'; streamId: string; accountId: string }

const inside = ({ streamId }: { streamId: string }) => [`chat:${streamId}`]

export const liveWire = {
  'stream.changed': [
    {
      topics: ({ streamId, creatorId }) => [`stream:${streamId}`, `profile:${creatorId}`, 'streams:all'],
      view: ({ type, streamId, creatorId, state }) => ({ type, streamId, creatorId, state }),
    },
  ],
  'stream.watched': [
    { topics: ({ streamId }) => [`stream:${streamId}`], view: ({ type, streamId, viewers }) => ({ type, streamId, viewers }) },
  ],
  'stream.talked': [{ topics: inside, view: ({ type, streamId, lineId, isGone }) => ({ type, streamId, lineId, isGone }) }],
  'stream.refused': [{ topics: ({ accountId }) => [`account:${accountId}`], view: ({ type, streamId }) => ({ type, streamId }) }],
} satisfies Wire<StreamChanged | StreamWatched | StreamTalked | StreamRefused>
