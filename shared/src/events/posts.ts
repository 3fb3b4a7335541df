import type { Wire } from './audience.ts'

export type PostPublished = { type: 'post.published'; postId: string; authorId: string }
export type PostEdited = { type: 'post.edited'; postId: string; authorId: string }
export type PostDeleted = { type: 'post.deleted'; postId: string; authorId: string }
export type PostRestored = { type: 'post.restored'; postId: string; authorId: string }

const pageTopics = ({ postId, authorId }: Omit<PostEdited, 'type'>) => [`post:${postId}`, `profile:${authorId}`]

export const postsWire = {
  'post.published': [
    { topics: ({ authorId }) => [`profile:${authorId}`], view: ({ type, postId, authorId }) => ({ type, postId, authorId }) },
  ],
  'post.edited': [{ topics: pageTopics, view: ({ type, postId }) => ({ type, postId }) }],
  'post.deleted': [{ topics: pageTopics, view: ({ type, postId }) => ({ type, postId }) }],
  'post.restored': [{ topics: pageTopics, view: ({ type, postId }) => ({ type, postId }) }],
} satisfies Wire<PostPublished | PostEdited | PostDeleted | PostRestored>
