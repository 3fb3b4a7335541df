import type { EventOf } from '@corefans/shared/events/index.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { judge } from '../access/index.ts'
import { excerptOf } from '../comments/index.ts'
import { excerptFor } from '../posts/index.ts'
import { notify } from './notify.ts'
import { commentHref } from './notify-of-interactions.ts'
import { said } from './words.ts'

type Added = EventOf<'comments.added'>

/**
 * Whoever published hears of comments, and whoever was answered of replies: one line for each post and each comment while it
 * is unread. Who owns both hears of the reply alone, and who may not open the post any more hears of nothing in it.
 */
export async function notifyOfComments(ctx: Ctx, event: Added): Promise<void> {
  await notifyOwner(ctx, event)
  const answered = [
    ...new Map(event.added.flatMap(({ parentId, parentAuthorId }) => (parentId && parentAuthorId ? [[parentId, parentAuthorId]] : []))),
  ]
  const judged = await judge(
    ctx,
    answered.map(([, account]) => ({ viewer: account, subjectId: event.subjectId })),
  )
  for (const [i, [parentId, account]] of answered.entries())
    if (judged[i]?.verdict === 'open') await notifyAnswered(ctx, event, { parentId, account })
}

async function notifyOwner(ctx: Ctx, { subjectId, ownerId, added }: Added): Promise<void> {
  const others = added.filter(({ authorId, parentAuthorId }) => authorId !== ownerId && parentAuthorId !== ownerId)
  if (others.length === 0) return
  await notify(ctx, {
    account: ownerId,
    type: 'comment',
    group: `comment ${subjectId}`,
    actors: actorsOf(others),
    text: said.commented,
    excerpt: await excerptFor(ctx, ownerId, subjectId),
    href: commentHref(subjectId, others.at(-1)?.id ?? ''),
  })
}

async function notifyAnswered(
  ctx: Ctx,
  { subjectId, added }: Added,
  { parentId, account }: { parentId: string; account: string },
): Promise<void> {
  const replies = added.filter((one) => one.parentId === parentId)
  await notify(ctx, {
    account,
    type: 'reply',
    group: `reply ${parentId}`,
    actors: actorsOf(replies),
    text: said.replied,
    excerpt: await excerptOf(ctx, account, parentId),
    href: commentHref(subjectId, parentId),
  })
}

/** The newest first, each once. */
const actorsOf = (added: Added['added']): string[] => [...new Set(added.map(({ authorId }) => authorId).reverse())]
