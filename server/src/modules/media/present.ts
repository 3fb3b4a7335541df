import { actingAsQuery } from '@corefans/shared/acting.ts'
import type { MediaView } from '@corefans/shared/contracts/media.ts'
import type { Read } from '../../kernel/ctx.ts'
import { declaredProblems } from '../../kernel/errors.ts'
import { problem } from './problems.ts'
import type { Rendition } from './rules.ts'
import type { AssetKind, AssetRow, MediaRow } from './types.ts'

/** The address of a rendition. It is no secret: whoever asks is checked each time. */
export const mediaUrl = (id: string, rendition: Rendition): string => `/media/${id}/${rendition}.webp`

/** What all addresses for one viewer end with: a browser sends no headers for a picture, so a member's address names the account. */
const asMember = ({ caller }: Pick<Read, 'caller'>): string => (caller.member ? `?${actingAsQuery}=${caller.account}` : '')

/** The address of a picture as one viewer asks for it. */
const mediaUrlFor = (read: Pick<Read, 'caller'>, id: string, rendition: Rendition): string => mediaUrl(id, rendition) + asMember(read)

/** The address of the bytes of a video or a sound. */
const streamUrlFor = (read: Pick<Read, 'caller'>, id: string, kind: 'video' | 'audio'): string => `/media/${id}/${kind}${asMember(read)}`

type Viewer = Pick<Read, 'caller'>

/** What each kind shows besides what all have: a new kind does not compile until it says so. */
const views: { [K in AssetKind]: (read: Viewer, row: Extract<MediaRow, { kind: K }>) => Partial<MediaView> } = {
  image: (read, { id, width, height }) => ({
    width,
    height,
    url: mediaUrlFor(read, id, 'large'),
    previewUrl: mediaUrlFor(read, id, 'preview'),
  }),
  video: (read, { id, width, height, durationMs, posterId }) => ({
    width,
    height,
    durationMs,
    url: streamUrlFor(read, id, 'video'),
    ...(posterId ? { posterUrl: mediaUrlFor(read, posterId, 'large'), previewUrl: mediaUrlFor(read, posterId, 'preview') } : {}),
  }),
  audio: (read, { id, durationMs, peaks }) => ({ durationMs, url: streamUrlFor(read, id, 'audio'), ...(peaks ? { peaks } : {}) }),
}

/** What an asset that is ready shows to whoever may see it whole. */
export const shownOf = (read: Viewer, row: MediaRow): Partial<MediaView> =>
  (views[row.kind] as (read: Viewer, row: MediaRow) => Partial<MediaView>)(read, row)

export const presentMedia = (read: Viewer, row: MediaRow): MediaView => ({
  id: row.id,
  kind: row.kind,
  state: 'ready',
  alt: row.alt,
  ...shownOf(read, row),
})

/** The same of an asset at any time of its life. */
export function presentAsset(read: Viewer, row: AssetRow): MediaView {
  if (row.state === 'ready') return presentMedia(read, row)
  const { id, kind, state, alt, failure } = row
  return { id, kind, state, alt, ...(failure ? { failure: failureOf(failure) } : {}) }
}

/** Why it failed, as the problem that its owner would have been answered. */
function failureOf(code: string): NonNullable<MediaView['failure']> {
  const [module = '', name = ''] = code.split('/')
  const title = declaredProblems().find((table) => table.module === module)?.rows[name]?.[1]
  return { type: `/problems/${title ? code : 'media/interrupted'}`, title: title ?? problem.interrupted().title }
}
