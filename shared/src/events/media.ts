import type { Wire } from './audience.ts'

/** The words of a picture changed; `subjectId` is what shows it, if anything does. */
export type MediaDescribed = { type: 'media.described'; mediaId: string; ownerId: string; subjectId: string | null }

/** What somebody brought in pieces came, is worked on, is ready or failed. Nobody else hears of it. */
export type MediaChanged = {
  type: 'media.changed'
  mediaId: string
  ownerId: string
  state: 'uploading' | 'processing' | 'ready' | 'failed'
}

export const mediaWire = {
  'media.described': [],
  'media.changed': [{ topics: ({ ownerId }) => [`account:${ownerId}`], view: ({ type, mediaId, state }) => ({ type, mediaId, state }) }],
} satisfies Wire<MediaDescribed | MediaChanged>
