import type { PostsOnly } from '@corefans/shared/contracts/posts.ts'

export const tabNames = ['posts', 'media', 'images', 'videos', 'audio', 'polls', 'passes', 'about'] as const
export type Tab = (typeof tabNames)[number]

/** The tabs that are lists of posts, and which posts. */
export const only: Readonly<Partial<Record<Tab, PostsOnly>>> = {
  posts: 'all',
  media: 'media',
  images: 'images',
  videos: 'videos',
  audio: 'audio',
  polls: 'polls',
}

/** Each kind of media is a chip of the one tab. */
export const mediaTabs = ['media', 'images', 'videos', 'audio'] as const
export const isMediaTab = (tab: Tab): tab is (typeof mediaTabs)[number] => (mediaTabs as readonly Tab[]).includes(tab)
