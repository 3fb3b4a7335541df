import { expect, test } from 'vitest'
import type { Person } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()
const send = 'POST /api/messages/threads/:threadId/messages'

/** Where a stored count is not what a recount gives. */
const drifts = () =>
  world().db.sql(
    `select m.thread_id, m.account_id, m.unread, n.recounted from thread_members m
       cross join lateral (select count(*)::int as recounted from messages l where l.thread_id = m.thread_id and l.seq > m.read_seq and l.author_id <> m.account_id and l.deleted_at is null) n
      where m.unread <> n.recounted
     union all
     select null, c.account_id, c.unread, n.recounted from inbox_counts c
       cross join lateral (select coalesce(sum(unread), 0)::int as recounted from thread_members m where m.account_id = c.account_id and m.folder = 'inbox') n
      where c.unread <> n.recounted`,
  )

/** People in one group and in conversations of two, all strangers or all known. */
async function aCrowd(size: number): Promise<{ people: Person[]; threads: { id: string; members: Person[] }[] }> {
  const people = await Promise.all(Array.from({ length: size }, () => world().person()))
  const [first, ...others] = people as [Person, ...Person[]]
  const group = await first.must('POST /api/messages/threads', { handles: others.map(({ handle }) => handle), title: 'All' })
  const pairs = await Promise.all(
    others.map(async (other) => ({
      id: (await first.must('POST /api/messages/threads', { handles: [other.handle] })).id,
      members: [first, other],
    })),
  )
  return { people, threads: [{ id: group.id, members: people }, ...pairs] }
}
/** Draws the same numbers in every run. */
function drawn(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % n
  }
}

// Stands first: after it the key is known.
test('M08 a first burst of lines waits for no second connection: the key is read where the line is written', async () => {
  const { people, threads } = await aCrowd(3)
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      (people[n % 3] as Person).call(send, { threadId: threads[0]?.id as string, text: 'x' }, { 'idempotency-key': `b${n}` }),
    ),
  )
  expect(answers.filter(({ status }) => status !== 201)).toEqual([])
})

test.each([1, 2, 3])(
  'C3 whatever people send, read, delete, accept and leave at once, unread counts equal a recount (seed %i)',
  async (seed) => {
    const { threads } = await aCrowd(6)
    const draw = drawn(seed)
    const sent: { id: string; author: Person }[] = []
    for (let round = 0; round < 8; round++) {
      await Promise.all(
        Array.from({ length: 25 }, async () => {
          const thread = threads[draw(threads.length)] as (typeof threads)[number]
          const who = thread.members[draw(thread.members.length)] as Person
          const dice = draw(10)
          const line = sent[draw(Math.max(1, sent.length))]
          if (dice < 5) {
            const answer = await who.call(
              send,
              { threadId: thread.id, text: 'hi' },
              dice < 2 ? { 'idempotency-key': crypto.randomUUID() } : {},
            )
            if (answer.status === 201) sent.push({ id: answer.body.id, author: who })
          } else if (dice < 7)
            await who.call('PUT /api/messages/threads/:threadId/read', { threadId: thread.id, upTo: draw(sent.length + 1) })
          else if (dice < 8) await who.call('POST /api/messages/threads/:threadId/accept', { threadId: thread.id })
          else if (dice < 9 && line) await line.author.call('DELETE /api/messages/:messageId', { messageId: line.id })
          else if (round === 5) await who.call('POST /api/messages/threads/:threadId/leave', { threadId: thread.id })
        }),
      )
    }
    expect(sent.length).toBeGreaterThan(50)
    expect(await drifts()).toEqual([])
  },
)

test('C3 two hundred lines of ten people at once stand in one order without gaps, and every acknowledged line is there once', async () => {
  const { people, threads } = await aCrowd(10)
  const threadId = threads[0]?.id as string
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      (people[n % 10] as Person).call(send, { threadId, text: String(n) }, n % 3 ? {} : { 'idempotency-key': `k${n}` }),
    ),
  )
  expect(answers.every(({ status }) => status === 201)).toBe(true)
  const rows = await world().db.sql<{ id: string; seq: number }>(
    `select id, seq::int as seq from messages where thread_id = $1 order by seq`,
    [threadId],
  )
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1))
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(answers.map(({ body }) => body.id)))
  for (const { body } of answers) expect(rows[body.seq - 1]?.id).toBe(body.id)
  expect(await drifts()).toEqual([])
})

test('C3 two people who begin at once begin one conversation', async () => {
  const [a, b] = [await world().person(), await world().person()]
  const begun = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      n % 2 ? a.must('POST /api/messages/threads', { handles: [b.handle] }) : b.must('POST /api/messages/threads', { handles: [a.handle] }),
    ),
  )
  expect(new Set(begun.map(({ id }) => id)).size).toBe(1)
})

test('SAF-02 lines and a block at once: once the block is answered, nothing is added', async () => {
  const [a, b] = [await world().person(), await world().person()]
  const { id: threadId } = await a.must('POST /api/messages/threads', { handles: [b.handle] })
  const sending = Array.from({ length: 40 }, () => a.call(send, { threadId, text: 'x' }))
  await b.must('PUT /api/blocks/:handle', { handle: a.handle })
  const count = async () =>
    (await world().db.sql<{ n: number }>(`select count(*)::int as n from messages where thread_id = $1`, [threadId]))[0]?.n
  const atBlock = await count()
  await Promise.all(sending)
  expect(await count()).toBe(atBlock)
})
