import type { AttachmentView, Audience, PostView } from '@corefans/shared/contracts/posts.ts'
import { limits } from '@corefans/shared/values/limits.ts'
import { keptJson, personalKey } from '../../lib/storage.ts'
import type { Price } from '../../ui/price-field.tsx'
import { type PollShape, whyNotPoll } from '../polls/index.ts'
import { firstPrice, priced, priceOf } from './price.ts'

export type DraftMedia = AttachmentView & { id: string; url: string; alt: string }
/** An upload that the server knows: it outlives the tab. */
export type Pending = { id: string; name: string }
export type Draft = {
  text: string
  audience: Audience
  /** What it costs where the audience says that it is for sale. */
  price: Price
  media: DraftMedia[]
  pending: Pending[]
  poll: PollShape | null
}

const memory = () => keptJson<Partial<Draft>>(personalKey('draft:post'))
const blank: Draft = { text: '', audience: 'public', price: firstPrice, media: [], pending: [], poll: null }

/** What was being written when the tab was closed; the audience is the last one used. */
export const keptDraft = (): Draft => ({ ...blank, ...memory().read() })

export const keepDraft = (draft: Draft): void => memory().write(draft)
export const dropDraft = ({ audience, price }: Draft): void => keepDraft({ ...blank, audience, price })

const isStored = (media: AttachmentView): media is AttachmentView & { id: string; url: string } => Boolean(media.id && media.url)

export const draftOf = (post: PostView): Draft => ({
  ...blank,
  text: post.text ?? '',
  audience: post.audience,
  price: priceOf(post.audience),
  media: post.media.filter(isStored).map((one) => ({ ...one, alt: one.alt ?? '' })),
})

/** Why the post cannot be published yet, as a sentence; null when it can. */
export function whyNotPublish(draft: Draft, uploading: boolean, hasPoll: boolean): string | null {
  if (uploading) return 'Media are still on their way'
  if (draft.text.length > limits.postText) return `${draft.text.length - limits.postText} characters too many`
  if (priced(draft.audience, draft.price) === null) return 'Say what it costs'
  if (draft.poll) return draft.text.trim() ? whyNotPoll(draft.poll) : 'Ask the question of your poll'
  if (!draft.text.trim() && draft.media.length === 0 && !hasPoll) return 'Write something or add an image, a video or a sound'
  return null
}
