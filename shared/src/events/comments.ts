import type { Wire } from './audience.ts'

type Added = { id: string; authorId: string; parentId: string | null; parentAuthorId: string | null }
/** The replies to one comment after a change. */
type Replied = { parentId: string; replies: number }

/** One batch of comments on one subject: the counts after it, whole, and who answered whom. */
export type CommentsAdded = {
  type: 'comments.added'
  subjectId: string
  ownerId: string
  comments: number
  added: Added[]
  replied: Replied[]
}
type OnComment = { subjectId: string; commentId: string; parentId: string | null }
export type CommentEdited = { type: 'comment.edited' } & OnComment
/** Deleted by its author or by whoever published the subject; the counts after it. */
export type CommentDeleted = { type: 'comment.deleted'; comments: number; replied: Replied[] } & OnComment
export type CommentRestored = { type: 'comment.restored'; comments: number; replied: Replied[] } & OnComment
/** Who may write, or what is pinned, was changed. */
export type ThreadChanged = { type: 'thread.changed'; subjectId: string }
/** What somebody holds of a creator changed, who has written in these threads of theirs. */
export type BadgesChanged = { type: 'badges.changed'; creatorId: string; accountId: string; subjectIds: string[] }

const outside = ({ subjectId }: { subjectId: string }) => [`post:${subjectId}`]
const inside = ({ subjectId }: { subjectId: string }) => [`comments:${subjectId}`]

/** Whoever sees a locked post may count its comments, and nothing else of them leaves; accounts are named to nobody. */
export const commentsWire = {
  'comments.added': [
    { topics: outside, view: ({ type, subjectId, comments }) => ({ type, subjectId, comments, inThread: null }) },
    {
      topics: inside,
      view: ({ type, subjectId, comments, added, replied }) => ({
        type,
        subjectId,
        comments,
        inThread: { begun: added.some(({ parentId }) => parentId === null), replied },
      }),
    },
  ],
  'comment.edited': [{ topics: inside, view: ({ type, subjectId, commentId, parentId }) => ({ type, subjectId, commentId, parentId }) }],
  'comment.deleted': [
    { topics: outside, view: ({ type, subjectId, comments }) => ({ type, subjectId, comments, inThread: null }) },
    {
      topics: inside,
      view: ({ type, subjectId, comments, commentId, replied }) => ({ type, subjectId, comments, inThread: { commentId, replied } }),
    },
  ],
  'comment.restored': [
    { topics: outside, view: ({ type, subjectId, comments }) => ({ type, subjectId, comments, inThread: null }) },
    {
      topics: inside,
      view: ({ type, subjectId, comments, commentId, replied }) => ({ type, subjectId, comments, inThread: { commentId, replied } }),
    },
  ],
  'thread.changed': [{ topics: inside, view: ({ type, subjectId }) => ({ type, subjectId }) }],
  'badges.changed': [
    { topics: ({ subjectIds }) => subjectIds.map((id) => `comments:${id}`), view: ({ type, creatorId }) => ({ type, creatorId }) },
  ],
} satisfies Wire<CommentsAdded | CommentEdited | CommentDeleted | CommentRestored | ThreadChanged | BadgesChanged>
