import type { Wire } from './audience.ts'

/** The words of a picture changed; `subjectId` is what shows it, if anything does. */
export type MediaDescribed = { type: 'media.described'; mediaId: string; ownerId: string; subjectId: string | null }

export const mediaWire = { 'media.described': [] } satisfies Wire<MediaDescribed>
