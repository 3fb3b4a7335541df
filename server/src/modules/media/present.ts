import type { MediaView } from '@corefans/shared/contracts/media.ts'
import type { Rendition } from './rules.ts'
import type { MediaRow } from './store.ts'

/** The address of a rendition. It is no secret: whoever asks is checked each time. */
export const mediaUrl = (id: string, rendition: Rendition): string => `/media/${id}/${rendition}.webp`

export const presentMedia = (row: MediaRow): MediaView => ({
  id: row.id,
  kind: row.kind,
  width: row.width,
  height: row.height,
  alt: row.alt,
  url: mediaUrl(row.id, 'large'),
})
