import { expect, test } from 'vitest'
import { type Case, caseOf, type Operation, operationsOf } from './testing/fuzz-cases.ts'
import { type Answered, checksum, complaint, told } from './testing/fuzz-oracle.ts'
import { chanceOf, type Known } from './testing/fuzz-values.ts'
import type { Person } from './testing/person.ts'
import { useWorld } from './testing/world.ts'

const world = useWorld({ ownChain: true, listen: false })
const seed = Number(process.env.FUZZ_SEED ?? 20_260_101)
const cases = Number(process.env.FUZZ_CASES ?? 300)
const atOnce = 50

type Tally = { cases: number; answers: Map<number, number>; slowest: { ms: number; of: string } }

test(`API-02 every operation of the OpenAPI document answers ${cases} seeded cases with its schema or a problem, and a refusal writes nothing`, async () => {
  console.log(`fuzz seed ${seed}; FUZZ_SEED and FUZZ_CASES change it`)
  const document = await world().visitor.get('/api/openapi.json')
  const operations = operationsOf(JSON.parse(document.body)).sort(byHarm)
  const tally: Tally = { cases: 0, answers: new Map(), slowest: { ms: 0, of: '' } }
  const complaints: string[] = []
  for (const [i, operation] of operations.entries()) complaints.push(...(await fuzz(operation, seed + i, tally)))
  const answers = [...tally.answers].sort(([a], [b]) => a - b).map(([status, n]) => `${status} × ${n}`)
  console.log(
    `${operations.length} operations, ${tally.cases} cases: ${answers.join(', ')}; slowest ${tally.slowest.ms.toFixed(0)} ms ${tally.slowest.of.slice(0, 160)}`,
  )
  expect(operations.length).toBeGreaterThan(40)
  expect(tally.cases).toBeGreaterThanOrEqual(operations.length * cases)
  expect(complaints).toEqual([])
}, 600_000)

/** The clock comes last: after it nobody's session is sure to live. */
const byHarm = (a: Operation, b: Operation) => Number(a.path.endsWith('/clock')) - Number(b.path.endsWith('/clock'))

async function fuzz(operation: Operation, from: number, tally: Tally): Promise<string[]> {
  const chance = chanceOf(from)
  const complaints: string[] = []
  const settled = async () => {
    if (operation.method === 'GET') return ''
    await world().settled()
    return checksum(world().db)
  }
  let { actor, known } = await scene()
  for (let done = 0; done < cases; done += atOnce) {
    if (done > 0 && done % 100 === 0) ({ actor, known } = await scene())
    const before = await settled()
    const batch = Array.from({ length: atOnce }, () => caseOf(operation, known, chance))
    const answers = await Promise.all(batch.map((one) => send(one, chance.next() < 0.95 ? actor : null, tally)))
    answers.forEach((answer, i) => {
      const why = complaint(operation, answer)
      if (why) complaints.push(`seed ${from}: ${why} ← ${told(batch[i] as Case)}`)
    })
    const refused = answers.every(({ status }) => status >= 400)
    const after = refused ? await settled() : before
    if (before !== after)
      complaints.push(`seed ${from}: ${operation.method} ${operation.path} refused everything and still wrote ${differing(before, after)}`)
  }
  return complaints
}

/** The tables whose digests differ. */
const differing = (before: string, after: string): string =>
  after
    .split('\n')
    .filter((digest) => !before.split('\n').includes(digest))
    .map((digest) => digest.split(' ')[0])
    .join(', ')

/** Two people with a post, a poll and an image's worth of ids each: what is the other's is the foreign id. */
async function scene(): Promise<{ actor: Person; known: Known }> {
  const [actor, other] = await Promise.all([world().person(), world().person()])
  const posts = await Promise.all(
    [actor, other].flatMap((author) => [
      author.must('POST /api/posts', { text: 'A post', poll: { options: ['A', 'B'] } }),
      author.must('POST /api/posts', { text: 'Hidden', audience: 'followers' }),
    ]),
  )
  const talks = await Promise.all([conversation(actor, other), conversation(other, await world().person())])
  await world().settled()
  const sessions = await world().db.sql<{ id: string }>('select id from sessions where account_id = any($1)', [[actor.id, other.id]])
  return {
    actor,
    known: {
      postId: posts.map((post) => post.id),
      pollId: posts.flatMap((post) => post.poll?.id ?? []),
      threadId: talks.map(({ threadId }) => threadId),
      messageId: talks.map(({ messageId }) => messageId),
      emoji: ['👍', '🧑‍🚀'],
      handle: [actor.handle, other.handle],
      handles: [`${actor.handle},${other.handle}`],
      sessionId: sessions.map((session) => session.id),
      limit: ['1', '20', '50'],
    },
  }
}

async function conversation(writer: Person, reader: Person): Promise<{ threadId: string; messageId: string }> {
  const { id: threadId } = await writer.must('POST /api/messages/threads', { handles: [reader.handle] })
  const { id: messageId } = await writer.must('POST /api/messages/threads/:threadId/messages', { threadId, text: 'A line' })
  return { threadId, messageId }
}

async function send(one: Case, actor: Person | null, tally: Tally): Promise<Answered> {
  const at = performance.now()
  const answer = await world().host.app.inject({
    method: one.method,
    url: one.url,
    headers: { ...(actor ? { cookie: actor.cookie } : {}), ...one.headers },
    ...(one.payload === null ? {} : { payload: one.payload }),
  })
  const ms = performance.now() - at
  tally.cases++
  tally.answers.set(answer.statusCode, (tally.answers.get(answer.statusCode) ?? 0) + 1)
  if (ms > tally.slowest.ms) tally.slowest = { ms, of: told(one) }
  return { status: answer.statusCode, type: String(answer.headers['content-type'] ?? ''), text: answer.body }
}
