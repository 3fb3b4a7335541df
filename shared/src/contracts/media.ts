import { z } from 'zod'
import { contract } from '../contract.ts'
import { Id } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { prose } from '../values/text.ts'

export const MediaView = z.object({
  id: Id,
  kind: z.enum(['image']),
  width: z.number().int(),
  height: z.number().int(),
  alt: z.string(),
  url: z.string(),
})
export type MediaView = z.infer<typeof MediaView>

/** The body is the image itself (`Content-Type: image/*`), at most 20 MB and 50 megapixels; its type is read from its bytes. */
export const uploadMedia = contract('POST /api/media', {
  summary: 'Upload one image: re-encoded, stripped of metadata',
  who: 'account',
  actFor: 'write',
  input: z.strictObject({}),
  output: MediaView,
  status: 201,
  problems: ['media/not-an-image', 'media/too-large', 'media/too-many-pixels', 'media/too-slow', 'http/storage-full'],
  rate: { points: 120, per: 'account' },
})
export const describeMedia = contract('PATCH /api/media/:mediaId', {
  summary: 'Set the alternative text',
  who: 'account',
  actFor: 'write',
  input: z.strictObject({ mediaId: Id, alt: prose(limits.alt) }),
  output: MediaView,
  problems: ['media/unknown'],
})
