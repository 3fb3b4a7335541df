import type { Wire } from './audience.ts'

/** One batch of likes on one subject: the count after it, and who is new (at most 100 of them). */
export type SubjectLiked = { type: 'subject.liked'; subjectId: string; ownerId: string; likes: number; likerIds: string[] }
export type SubjectUnliked = { type: 'subject.unliked'; subjectId: string; ownerId: string; likes: number }

const postTopic = ({ subjectId }: { subjectId: string }) => [`post:${subjectId}`]

/** Everybody hears how many like it; that somebody does, only their own other devices. */
export const reactionsWire = {
  'subject.liked': [
    { topics: postTopic, view: ({ type, subjectId, likes }) => ({ type, subjectId, likes, byMe: false }) },
    {
      topics: ({ likerIds }) => likerIds.map((id) => `account:${id}`),
      view: ({ type, subjectId, likes }) => ({ type, subjectId, likes, byMe: true }),
    },
  ],
  'subject.unliked': [{ topics: postTopic, view: ({ type, subjectId, likes }) => ({ type, subjectId, likes }) }],
} satisfies Wire<SubjectLiked | SubjectUnliked>
