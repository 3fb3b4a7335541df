import { expect, test } from 'vitest'
import type { Person } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'
import { reconcileSlice } from './reconcile.ts'
import { driftsAmong } from './store/counts.ts'

const world = useWorld()
type Stage = { author: Person; fan: Person; other: Person; postId: string; commentId: string }

async function aStage(): Promise<Stage> {
  const [author, fan, other] = await Promise.all([world().person(), world().person(), world().person()])
  const { id: postId } = await author.must('POST /api/posts', { text: 'a stage' })
  const { id: commentId } = await fan.must('POST /api/posts/:postId/comments', { postId, text: 'the first' })
  return { author, fan, other, postId, commentId }
}

const acts: Record<string, (stage: Stage) => Promise<{ status: number }>> = {
  like: ({ other, commentId }) => other.call('PUT /api/comments/:commentId/like', { commentId }),
  unlike: ({ other, commentId }) => other.call('DELETE /api/comments/:commentId/like', { commentId }),
  'like the post': ({ other, postId }) => other.call('PUT /api/posts/:postId/like', { postId }),
  comment: ({ other, postId }) => other.call('POST /api/posts/:postId/comments', { postId, text: 'another' }),
  reply: ({ other, postId, commentId }) => other.call('POST /api/posts/:postId/comments', { postId, text: 'a reply', parentId: commentId }),
  edit: ({ fan, commentId }) => fan.call('PATCH /api/comments/:commentId', { commentId, text: 'changed' }),
  delete: ({ fan, commentId }) => fan.call('DELETE /api/comments/:commentId', { commentId }),
  'delete as author': ({ author, commentId }) => author.call('DELETE /api/comments/:commentId', { commentId }),
  restore: ({ fan, commentId }) => fan.call('POST /api/comments/:commentId/restore', { commentId }),
  lock: ({ author, postId }) => author.call('PATCH /api/posts/:postId/thread', { postId, locked: true }),
  pin: ({ author, postId, commentId }) => author.call('PATCH /api/posts/:postId/thread', { postId, pinnedId: commentId }),
  'delete the post': ({ author, postId }) => author.call('DELETE /api/posts/:postId', { postId }),
  'restore the post': ({ author, postId }) => author.call('POST /api/posts/:postId/restore', { postId }),
}

/** Everything that is counted of a stage, counted anew; and a pin that names what stands. */
async function mustEqualRecount({ postId }: Stage): Promise<void> {
  const { sql } = world().db
  const ids = (await sql<{ id: string }>(`select id from subjects where id = $1 or within_id = $1`, [postId])).map(({ id }) => id)
  expect(await driftsAmong({ sql }, ids)).toEqual([])
  const likes = await sql(
    `select s.id from subjects s left join like_counts k on k.subject_id = s.id left join comments c on c.id = s.id
      where s.id = any($1) and ((select count(*) from likes l where l.subject_id = s.id) <> coalesce(k.likes, 0) or c.rank <> coalesce(k.likes, 0))`,
    [ids],
  )
  const pins = await sql(
    `select t.subject_id from comment_threads t join comments c on c.id = t.pinned_id where t.subject_id = $1 and c.deleted_at is not null`,
    [postId],
  )
  const states = await sql(
    `select c.id from comments c join subjects s on s.id = c.id where c.subject_id = $1 and (c.deleted_at is null) <> (s.state = 'live')`,
    [postId],
  )
  expect({ likes, pins, states }).toEqual({ likes: [], pins: [], states: [] })
}

const pairs = Object.keys(acts).flatMap((one, i, all) => all.slice(i).map((other) => [one, other] as const))

test('C3 INT-06 every pair of acts on a thread at the same moment ends equal to a recount', async () => {
  const one = async (names: readonly [string, string], before: readonly string[]) => {
    const stage = await aStage()
    for (const name of before) await acts[name]?.(stage)
    const answers = await Promise.all([...names, ...names].map((name) => acts[name]?.(stage)))
    expect(answers.filter((answer) => (answer?.status ?? 500) >= 500)).toEqual([])
    await mustEqualRecount(stage)
  }
  for (const names of pairs) await Promise.all([one(names, []), one(names, ['reply', 'like', 'delete'])])
})

test('C3 INT-06 a storm of all acts on one thread ends equal to a recount, and nothing stands after a thread was closed', async () => {
  const stage = await aStage()
  const names = Object.keys(acts).filter((name) => name !== 'lock')
  const crowd = await Promise.all(Array.from({ length: 20 }, () => world().person()))
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, i) => acts[names[(i * 7) % names.length] as string]?.({ ...stage, other: crowd[i % 20] as Person })),
  )
  expect(answers.filter((answer) => (answer?.status ?? 500) >= 500)).toEqual([])
  await stage.author.call('POST /api/posts/:postId/restore', { postId: stage.postId })
  await mustEqualRecount(stage)
  const writing = Promise.all(crowd.map((other) => acts['comment']?.({ ...stage, other })))
  await acts['lock']?.(stage)
  const total = async () => (await world().visitor.must('GET /api/posts/:postId', { postId: stage.postId })).counts.comments
  const whenClosed = await total()
  await writing
  expect(await total()).toBe(whenClosed)
  await mustEqualRecount(stage)
})

test('DAT-02 a count that drifted is found, healed and written down', async () => {
  const stage = await aStage()
  await acts['reply']?.(stage)
  await world().db.sql(`update comment_counts set comments = 99 where subject_id = $1`, [stage.postId])
  await world().db.sql(`delete from comment_counts where subject_id = $1`, [stage.commentId])
  const { drifts } = await reconcileSlice(world().host, null)
  expect(drifts.sort((a, b) => b.stored - a.stored)).toEqual([
    { id: stage.postId, stored: 99, recounted: 2 },
    { id: stage.commentId, stored: 0, recounted: 1 },
  ])
  await mustEqualRecount(stage)
  expect(await reconcileSlice(world().host, null)).toEqual({ drifts: [], last: null })
  expect((await world().db.sql(`select 1 from comment_drifts where subject_id = any($1)`, [[stage.postId, stage.commentId]])).length).toBe(
    2,
  )
})

test('INT-06 a reply answers what begins a thread on its own subject, whatever code may try', async () => {
  const [one, other] = [await aStage(), await aStage()]
  const insert = (parentId: string, subjectId: string) =>
    world().db.sql(
      `with s as (insert into subjects (id, kind, owner_id, within_id) values (uuidv7(), 'comment', $3, $2) returning id)
       insert into comments (id, subject_id, parent_id, author_id, text, created_at) select id, $2, $1, $3, 'x', now() from s`,
      [parentId, subjectId, one.fan.id],
    )
  await expect(insert(other.commentId, one.postId)).rejects.toThrow('comments_parent')
  await insert(one.commentId, one.postId)
  const [reply] = await world().db.sql<{ id: string }>(`select id from comments where parent_id = $1`, [one.commentId])
  await expect(insert(reply?.id as string, one.postId)).rejects.toThrow('comments_parent')
  await expect(world().db.sql(`update subjects set gate = '"public"' where id = $1`, [one.commentId])).rejects.toThrow('subjects_one_gate')
})
