import { randomUUID } from 'node:crypto'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { beforeAll, expect, test } from 'vitest'
import { onBehalfOf } from './kernel/ctx.ts'
import { grant } from './modules/access/index.ts'
import { reconcile } from './modules/profiles/reconcile.ts'
import { payTerms } from './testing/payments.ts'
import type { Answer, Person } from './testing/person.ts'
import { aWallet, core } from './testing/wallet.ts'
import { useWorld } from './testing/world.ts'

const world = useWorld()
const rounds = 6
const price = { anyOf: [[{ kind: 'purchase' as const, currency: 'core' as const, amount: core.toString() }]] }

/** A post for sale with a poll, and people who may open it: two who like it already, two who do not. */
type Scene = { author: Person; postId: string; pollId: string; likers: Person[]; others: Person[] }
type Payer = { person: Person; wallet: SigningClient }
let payers: Payer[] = []
let readers: Person[] = []
let author: Person

beforeAll(async () => {
  author = await world().person()
  await aWallet(world(), author)
  readers = await Promise.all(Array.from({ length: 4 }, () => world().person()))
  payers = await Promise.all(
    Array.from({ length: 2 }, async () => {
      const person = await world().person()
      return { person, wallet: await aWallet(world(), person) }
    }),
  )
})

async function aScene(isDeleted: boolean): Promise<Scene> {
  const post = await author.must('POST /api/posts', { text: 'for sale', audience: price, poll: { options: ['A', 'B'], multiple: true } })
  const [likers, others] = [readers.slice(0, 2), readers.slice(2)]
  await world().host.transact(onBehalfOf(author.id), (ctx) =>
    grant(
      ctx,
      readers.map(({ id }) => ({ subjectId: post.id, accountId: id })),
    ),
  )
  for (const liker of likers) await liker.must('PUT /api/posts/:postId/like', { postId: post.id })
  if (isDeleted) await author.must('DELETE /api/posts/:postId', { postId: post.id })
  return { author, postId: post.id, pollId: post.poll?.id as string, likers, others }
}

type Reply = Answer<{ terms?: Parameters<typeof payTerms>[2] }>
const pay = async ({ wallet }: Payer, answer: Reply, how: 'tip' | 'once'): Promise<Reply[]> => {
  if (answer.status < 300 && answer.body.terms) await payTerms(world(), wallet, answer.body.terms, how)
  return [answer]
}
const key = () => ({ 'idempotency-key': randomUUID() })
const acts: Record<string, (scene: Scene, payer: Payer) => Promise<{ status: number }[]>> = {
  like: ({ others, postId }) => Promise.all(others.map((one) => one.call('PUT /api/posts/:postId/like', { postId }))),
  'like with a key': ({ others, postId }) => Promise.all(others.map((one) => one.call('PUT /api/posts/:postId/like', { postId }, key()))),
  unlike: ({ likers, postId }) => Promise.all(likers.map((one) => one.call('DELETE /api/posts/:postId/like', { postId }))),
  vote: ({ others, pollId }) =>
    Promise.all(others.map((one, i) => one.call('POST /api/polls/:pollId/votes', { pollId, optionIds: [1 + i] }))),
  edit: async (scene) => [
    await scene.author.call('PATCH /api/posts/:postId', { postId: scene.postId, text: 'other words', audience: price }),
  ],
  delete: async (scene) => [await scene.author.call('DELETE /api/posts/:postId', { postId: scene.postId })],
  restore: async (scene) => [await scene.author.call('POST /api/posts/:postId/restore', { postId: scene.postId })],
  tip: async ({ postId, author: { handle } }, payer) =>
    pay(payer, await payer.person.call('POST /api/tips', { handle, postId, currency: 'core', amount: '1000' }, key()), 'tip'),
  purchase: async ({ postId }, payer) => pay(payer, await payer.person.call('POST /api/posts/:postId/purchase', { postId }, key()), 'once'),
}

/** Every count of a subject beside what is counted, where they differ. */
const drifts = (scenes: readonly Scene[]) =>
  world().db.sql(
    `select s as subject, coalesce(c.likes, 0) as likes, (select count(*)::int from likes where subject_id = s) as liked,
            coalesce(t.tips, 0) as tips, (select count(*)::int from payments where purpose = 'tip' and subject_id = s and reversed_at is null) as tipped,
            (select sum(votes)::int from poll_tallies join polls p on p.id = poll_id where p.subject_id = s) as votes,
            (select count(*)::int from poll_votes v join polls p on p.id = v.poll_id where p.subject_id = s) as voted
       from unnest($1::uuid[]) s left join like_counts c on c.subject_id = s left join tip_counts t on t.subject_id = s
      where coalesce(c.likes, 0) <> (select count(*) from likes where subject_id = s)
         or coalesce(t.tips, 0) <> (select count(*) from payments where purpose = 'tip' and subject_id = s and reversed_at is null)
         or (select sum(votes) from poll_tallies join polls p on p.id = poll_id where p.subject_id = s)
            <> (select count(*) from poll_votes v join polls p on p.id = v.poll_id where p.subject_id = s)`,
    [scenes.map(({ postId }) => postId)],
  )

const names = Object.keys(acts)
const pairs = names.flatMap((a, i) => names.slice(i).map((b) => [a, b] as const))

test.each(names)('C3 %s alone is done, so that the pairs below race what really happens', async (name) => {
  const replies = await acts[name]?.(await aScene(name === 'restore'), payers[0] as Payer)
  expect(replies?.map(({ status }) => status < 300)).toEqual(replies?.map(() => true))
})

test.each(pairs)('C3 %s beside %s on one subject, at once: every counter equals a recount', async (a, b) => {
  const scenes: Scene[] = []
  for (let round = 0; round < rounds; round++) {
    const scene = await aScene([a, b].includes('restore'))
    scenes.push(scene)
    const both = [acts[a]?.(scene, payers[0] as Payer), acts[b]?.(scene, payers[1] as Payer)]
    const replies = (await Promise.all(round % 2 === 0 ? both : both.reverse())).flat()
    expect(replies.map((reply) => (reply?.status ?? 0) < 500)).toEqual(replies.map(() => true))
  }
  expect(await drifts(scenes)).toEqual([])
  expect(await reconcile(world().host)).toEqual([])
})
