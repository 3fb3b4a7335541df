type Common = {
  id: string
  ownerId: string
  alt: string
  subjectId: string | null
  isFace: boolean
}
/** An asset that is ready to be shown, by kind: what stands beside `kind` is what that kind has. */
export type MediaRow = ImageRow | VideoRow | AudioRow
export type ImageRow = Common & { kind: 'image'; width: number; height: number }
/** `posterId` is the image that stands for it until it plays. */
export type VideoRow = Common & { kind: 'video'; width: number; height: number; durationMs: number; posterId: string | null }
export type AudioRow = Common & { kind: 'audio'; durationMs: number; peaks: number[] | null }
export type AssetKind = MediaRow['kind']

/** An asset that is not ready yet, or failed. */
export type UnreadyRow = Common & { kind: AssetKind; state: 'uploading' | 'processing' | 'failed'; failure: string | null }
/** An asset at any time of its life, as its owner sees it. */
export type AssetRow = (MediaRow & { state: 'ready' }) | UnreadyRow

/** A file that an asset is served as: `name` in its address, `file` under the asset's own prefix. */
export type StoredRendition = { name: string; file: string; contentType: string }

/** What processing made of the bytes: what their kind has, the files, and how many bytes those take where their owner's room counts them. */
export type Made = (
  | Pick<ImageRow, 'kind' | 'width' | 'height'>
  | Pick<VideoRow, 'kind' | 'width' | 'height' | 'durationMs'>
  | Pick<AudioRow, 'kind' | 'durationMs'>
) & { renditions: readonly StoredRendition[]; bytes?: number }
