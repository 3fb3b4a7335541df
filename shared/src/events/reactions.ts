import type { Wire } from './audience.ts'

/** What was liked: a post, or a comment within one. */
type Liked = { subjectId: string; kind: 'post' | 'comment'; withinId: string | null; ownerId: string; likes: number }
/** One batch of likes on one subject: the count after it, and who is new (at most 100 of them). */
export type SubjectLiked = { type: 'subject.liked'; likerIds: string[] } & Liked
export type SubjectUnliked = { type: 'subject.unliked' } & Liked

/** Likes of a post are public with it; those of a comment are for whoever may read the comment. */
const crowd = ({ subjectId, withinId }: Liked) => [withinId ? `comments:${withinId}` : `post:${subjectId}`]

/** Everybody hears how many like it; that somebody does, only their own other devices. */
export const reactionsWire = {
  'subject.liked': [
    { topics: crowd, view: ({ type, subjectId, likes }) => ({ type, subjectId, likes, byMe: false }) },
    {
      topics: ({ likerIds }) => likerIds.map((id) => `account:${id}`),
      view: ({ type, subjectId, likes }) => ({ type, subjectId, likes, byMe: true }),
    },
  ],
  'subject.unliked': [{ topics: crowd, view: ({ type, subjectId, likes }) => ({ type, subjectId, likes }) }],
} satisfies Wire<SubjectLiked | SubjectUnliked>
