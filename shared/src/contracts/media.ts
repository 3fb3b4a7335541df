import { z } from 'zod'
import { contract } from '../contract.ts'
import { Id } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { prose } from '../values/text.ts'

export const MediaKind = z.enum(['image', 'video', 'audio'])
export type MediaKind = z.infer<typeof MediaKind>
/** Its bytes are coming; work is done on them; it can be shown; or it never will, and `failure` says why. */
export const MediaState = z.enum(['uploading', 'processing', 'ready', 'failed'])
export type MediaState = z.infer<typeof MediaState>

/** What of an asset somebody may see who may see it whole. Sizes are of the upright picture; `peaks` are 0 (silence) to 255 along the length of a sound. */
export const shown = {
  width: z.number().int().optional(),
  height: z.number().int().optional(),
  durationMs: z.number().int().optional(),
  url: z.string().optional(),
  /** The still of a video, whole, and of 24 blurred pixels. */
  posterUrl: z.string().optional(),
  previewUrl: z.string().optional(),
  peaks: z.array(z.number().int()).optional(),
}
export const MediaView = z.object({
  id: Id,
  kind: MediaKind,
  state: MediaState,
  alt: z.string(),
  ...shown,
  failure: z.object({ type: z.string(), title: z.string() }).optional(),
})
export type MediaView = z.infer<typeof MediaView>

/** An image that was just kept has all that an image has. */
export const UploadedImage = MediaView.required({ url: true, previewUrl: true, width: true, height: true })

/** The body is the image itself (`Content-Type: image/*`), at most 20 MB and 50 megapixels; its type is read from its bytes. */
export const uploadMedia = contract('POST /api/media', {
  summary: 'Upload one image: re-encoded, stripped of metadata',
  who: 'account',
  actFor: 'write',
  input: z.strictObject({}),
  output: UploadedImage,
  status: 201,
  problems: ['media/not-an-image', 'media/too-large', 'media/too-many-pixels', 'media/too-slow', 'http/storage-full'],
  rate: { points: 120, per: 'account' },
})
export const readMedia = contract('GET /api/media/:mediaId', {
  summary: 'One asset of your own at any time of its life: how far it is, or why it failed',
  who: 'account',
  actFor: 'write',
  input: z.strictObject({ mediaId: Id }),
  output: MediaView,
  problems: ['media/unknown'],
})
export const describeMedia = contract('PATCH /api/media/:mediaId', {
  summary: 'Set the alternative text, the waveform of a sound, or the still of a video (once)',
  who: 'account',
  actFor: 'write',
  input: z.strictObject({
    mediaId: Id,
    alt: prose(limits.alt).optional(),
    peaks: z.array(z.number().int().min(0).max(255)).min(1).max(limits.peaks).optional(),
    posterMediaId: Id.optional(),
  }),
  output: MediaView,
  problems: ['media/unknown'],
})
export const deleteMedia = contract('DELETE /api/media/:mediaId', {
  summary: 'Forget an asset of your own that nothing shows',
  who: 'account',
  actFor: 'write',
  input: z.strictObject({ mediaId: Id }),
  output: z.null(),
  status: 204,
  problems: ['media/unknown'],
})
