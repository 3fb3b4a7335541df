import type { PostView } from '@corefans/shared/contracts/posts.ts'

const addressOf = (post: PostView): string => `${window.location.origin}/post/${post.id}`

/** Loaded when it is wanted: most visits share nothing. */
export const sharePost = async (post: PostView): Promise<void> =>
  (await import('../../lib/share.ts')).share(`${post.author.name} on CoreFans`, addressOf(post))
export const copyPostLink = async (post: PostView): Promise<void> => (await import('../../lib/share.ts')).copyLink(addressOf(post))
