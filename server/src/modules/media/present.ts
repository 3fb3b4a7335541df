import { actingAsQuery } from '@corefans/shared/acting.ts'
import type { MediaView } from '@corefans/shared/contracts/media.ts'
import type { Read } from '../../kernel/ctx.ts'
import type { Rendition } from './rules.ts'
import type { MediaRow } from './store.ts'

/** The address of a rendition. It is no secret: whoever asks is checked each time. */
export const mediaUrl = (id: string, rendition: Rendition): string => `/media/${id}/${rendition}.webp`

/** The address as one viewer asks for it: a browser sends no headers for a picture, so a member's address names the account. */
export const mediaUrlFor = ({ caller }: Pick<Read, 'caller'>, id: string, rendition: Rendition): string =>
  mediaUrl(id, rendition) + (caller.member ? `?${actingAsQuery}=${caller.account}` : '')

export const presentMedia = (read: Pick<Read, 'caller'>, row: MediaRow): MediaView => ({
  id: row.id,
  kind: row.kind,
  width: row.width,
  height: row.height,
  alt: row.alt,
  url: mediaUrlFor(read, row.id, 'large'),
})
