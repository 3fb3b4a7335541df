import type { ThreadDetail } from '@corefans/shared/contracts/messages.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { addMembers, insertSubject } from '../access/index.ts'
import { accountNamed } from '../profiles/index.ts'
import { waitForBlocks } from '../safety/index.ts'
import { betweenAll } from './between.ts'
import { problem } from './problems.ts'
import { readThread, type Showing } from './read.ts'
import { folderFor, mayWrite, pairOf } from './rules.ts'
import { insertMembers } from './store/members.ts'
import { freshIds } from './store/messages.ts'
import { insertThread, threadOfPair } from './store/threads.ts'

type Input = { handles: string[]; title: string }

/** The conversation with somebody, made if they have none; with several it is a new group. Whom one may not write to is nobody to begin with. */
export const openThread =
  (on: Showing) =>
  async (ctx: Ctx, { handles, title }: Input): Promise<ThreadDetail> => {
    const others: string[] = []
    for (const handle of handles) others.push((await accountNamed(ctx, handle)).id)
    const wanted = [...new Set(others)].filter((id) => id !== me(ctx))
    const [only] = wanted
    if (!only) throw problem.yourself()
    const isGroup = wanted.length > 1 || title !== ''
    return readThread(on)(ctx, { threadId: (await known(ctx, only, isGroup)) ?? (await begin(ctx, { others: wanted, title, isGroup })) })
  }

/** The conversation that two have already. They wait for each other here, so that two who begin at once begin one. */
async function known(ctx: Ctx, other: string, isGroup: boolean): Promise<string | undefined> {
  if (isGroup) return undefined
  await waitForBlocks(ctx, me(ctx), other)
  return threadOfPair(ctx, pairOf(me(ctx), other))
}

async function begin(ctx: Ctx, { others, title, isGroup }: { others: string[]; title: string; isGroup: boolean }): Promise<string> {
  const writer = me(ctx)
  const between = await betweenAll(
    ctx,
    others.map((reader) => ({ writer, reader, hasAnswered: false })),
  )
  if (!between.every(mayWrite)) throw problem['not-allowed']()
  const id = (await freshIds(ctx, 1))[0] as string
  // Nothing opens it but membership.
  await insertSubject(ctx, { id, kind: 'thread', ownerId: writer, gate: { anyOf: [] } })
  const pair = isGroup ? null : pairOf(writer, others[0] as string)
  await insertThread(ctx, { id, pair, title, begunBy: writer })
  await addMembers(ctx, id, [writer, ...others])
  const members = others.map((accountId, i) => ({ accountId, folder: folderFor(between[i] as (typeof between)[number]) }))
  await insertMembers(ctx, id, [{ accountId: writer, folder: 'inbox' }, ...members])
  return id
}
