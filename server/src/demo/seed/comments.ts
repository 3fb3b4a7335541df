import { nobody, onBehalfOf } from '../../kernel/ctx.ts'
import { groupBy } from '../../kernel/group-by.ts'
import { changeThread, writeComments } from '../../modules/comments/index.ts'
import { setLikes } from '../../modules/reactions/index.ts'
import type { WorldComment, WorldCommentLike } from '../world/types.ts'
import type { Accounts } from './people.ts'
import type { Posts } from './posts.ts'
import { at, type Seeding } from './seeding.ts'

type Around = { posts: Posts; people: Accounts }

/** Comments as people wrote them, each at its moment; posts side by side, since their threads know nothing of each other. */
export async function seedComments(
  seeding: Seeding,
  { comments, commentLikes }: { comments: readonly WorldComment[]; commentLikes: readonly WorldCommentLike[] },
  { posts, people }: Around,
): Promise<void> {
  seeding.say(`${comments.length} comments`)
  const ids = new Map<string, string>()
  const threads = [...groupBy(comments, ({ post }) => post)]
  const writeNext = async (): Promise<void> => {
    for (let next = threads.shift(); next; next = threads.shift())
      for (const one of next[1]) ids.set(one.key, await write(seeding, one, { posts, people, ids }))
  }
  await Promise.all([writeNext(), writeNext(), writeNext(), writeNext()])
  const { host } = seeding
  await host.transact(nobody, (ctx) =>
    setLikes(
      ctx,
      commentLikes.map(({ liker, comment }) => ({
        subjectId: ids.get(comment) as string,
        kind: 'comment',
        account: people.get(liker) as string,
        liked: true,
      })),
    ),
  )
  await decide(seeding, { posts, people, ids })
}

type Known = Around & { ids: ReadonlyMap<string, string> }

async function write({ host, epoch }: Seeding, { post, parent, author, text, at: when }: WorldComment, known: Known): Promise<string> {
  const authorId = known.people.get(author) as string
  const draft = { subjectId: known.posts.get(post)?.id as string, parentId: parent && (known.ids.get(parent) as string), authorId, text }
  const [written] = await host.transact({ ...nobody, at: at({ epoch }, when) }, (ctx) => writeComments(ctx, [draft]))
  if (!written || written instanceof Error) throw written ?? new Error(`no comment on ${post}`)
  return written.row.id
}

/** What some authors decided: a thread for holders, one that is closed, and two pins. */
async function decide({ host }: Seeding, { posts, people, ids }: Known): Promise<void> {
  const decided = [
    { post: 'maya/15', rule: 'holders' },
    { post: 'kira/9', locked: true },
    { post: 'maya/3', pinned: 'maya/3/1.1' },
    { post: 'neo/2', pinned: 'neo/2/7.1' },
  ] as const
  for (const { post, ...one } of decided) {
    const author = people.get(post.split('/')[0] as string) as string
    const pinnedId = 'pinned' in one ? ids.get(one.pinned) : undefined
    const change = { rule: 'rule' in one ? one.rule : undefined, locked: 'locked' in one ? one.locked : undefined, pinnedId }
    await host.transact(onBehalfOf(author), (ctx) => changeThread(host)(ctx, { postId: posts.get(post)?.id as string, ...change }))
  }
}
