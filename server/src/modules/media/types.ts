type Common = {
  id: string
  ownerId: string
  alt: string
  subjectId: string | null
  isFace: boolean
}
/** An asset that is ready to be shown, by kind: what stands beside `kind` is what that kind has. */
export type MediaRow = ImageRow
export type ImageRow = Common & { kind: 'image'; width: number; height: number }
export type AssetKind = MediaRow['kind']

/** A file that an asset is served as: `name` in its address, `file` under the asset's own prefix. */
export type StoredRendition = { name: string; file: string; contentType: string }

/** What processing made of the bytes: what their kind has, and the files. */
export type Made = Pick<ImageRow, 'kind' | 'width' | 'height'> & { renditions: readonly StoredRendition[] }
