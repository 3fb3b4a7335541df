import { actingAsQuery } from '@corefans/shared/acting.ts'
import type { MediaView } from '@corefans/shared/contracts/media.ts'
import type { Read } from '../../kernel/ctx.ts'
import type { Rendition } from './rules.ts'
import type { AssetKind, MediaRow } from './types.ts'

/** The address of a rendition. It is no secret: whoever asks is checked each time. */
export const mediaUrl = (id: string, rendition: Rendition): string => `/media/${id}/${rendition}.webp`

/** The address as one viewer asks for it: a browser sends no headers for a picture, so a member's address names the account. */
export const mediaUrlFor = ({ caller }: Pick<Read, 'caller'>, id: string, rendition: Rendition): string =>
  mediaUrl(id, rendition) + (caller.member ? `?${actingAsQuery}=${caller.account}` : '')

/** A view for each kind: a new kind does not compile until it has one. */
const views: { [K in AssetKind]: (read: Pick<Read, 'caller'>, row: Extract<MediaRow, { kind: K }>) => MediaView } = {
  image: (read, { id, kind, width, height, alt }) => ({ id, kind, width, height, alt, url: mediaUrlFor(read, id, 'large') }),
}

export const presentMedia = (read: Pick<Read, 'caller'>, row: MediaRow): MediaView => views[row.kind](read, row)
