import { expect, test } from 'vitest'
import type { Person } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()

const taken = '/problems/profiles/handle-taken'
const take = (person: Person, handle: string) => person.call('PATCH /api/me/profile', { handle })
const pass = (handle: string, days: number) =>
  world().db.sql(`update handles set kept_until = kept_until - $2 * interval '1 day' where handle = $1`, [handle, days])
const page = (path: string, method: 'GET' | 'HEAD' = 'GET') => world().host.app.inject({ method, url: path })
let serial = 0
const fresh = (word: string) => `${word}${++serial}`

test('C7 a released handle is nobody else’s for 90 days, by renaming and by signing up, and free after them', async () => {
  const [maya, thief] = [await world().person(), await world().person()]
  const old = maya.handle
  expect((await take(maya, fresh('moved'))).status).toBe(200)
  const refused = await take(thief, old)
  expect([refused.status, refused.body.type]).toEqual([409, taken])
  await expect(world().person(old)).rejects.toThrow()
  await pass(old, 89)
  expect((await take(thief, old.toUpperCase())).body.type).toBe(taken)
  await pass(old, 1)
  expect((await take(thief, old)).status).toBe(200)
  expect((await maya.must('GET /api/profiles/:handle', { handle: old })).id).toBe(thief.id)
})

test('C7 the former owner may take it back, and then the one between is kept', async () => {
  const [maya, other] = [await world().person(), await world().person()]
  const [old, between] = [maya.handle, fresh('between')]
  await take(maya, between)
  expect((await take(maya, old)).status).toBe(200)
  expect((await other.must('GET /api/profiles/:handle', { handle: between })).handle).toBe(old)
  expect((await take(other, between)).body.type).toBe(taken)
  expect((await page(`/@${old}`)).statusCode).not.toBe(301)
})

test('C7 whoever asks by the old handle is answered with the new: profile, posts, follow; and after 90 days with nobody', async () => {
  const [maya, fan] = [await world().person(), await world().person()]
  const [old, now] = [maya.handle, fresh('renamed')]
  await maya.must('POST /api/posts', { text: 'still here' })
  await take(maya, now)
  expect(await fan.must('GET /api/profiles/:handle', { handle: old })).toMatchObject({ id: maya.id, handle: now })
  expect((await fan.must('GET /api/profiles/:handle/posts', { handle: old })).items[0]?.author.handle).toBe(now)
  await fan.must('PUT /api/profiles/:handle/follow', { handle: old })
  expect((await fan.must('GET /api/profiles/:handle', { handle: now })).viewer.follows).toBe(true)
  await pass(old, 90)
  expect((await fan.call('GET /api/profiles/:handle', { handle: old })).status).toBe(404)
})

test('C7 the old page leads on with 301, with what stood behind it, and nowhere else', async () => {
  const maya = await world().person()
  const [old, now] = [maya.handle, fresh('onward')]
  await take(maya, now)
  for (const [from, to] of [
    [`/@${old}`, `/@${now}`],
    [`/@${old.toUpperCase()}`, `/@${now}`],
    [`/@${old}/fans?x=1`, `/@${now}/fans?x=1`],
    [`/@${old}//evil.test`, `/@${now}//evil.test`],
  ] as const)
    for (const method of ['GET', 'HEAD'] as const) {
      const answer = await page(from, method)
      expect([from, answer.statusCode, answer.headers.location, answer.headers['cache-control']]).toEqual([
        from,
        301,
        to,
        'private, no-cache',
      ])
    }
  for (const elsewhere of [`/@${now}`, `/@${old}x`, `/@${old}%2f`, `/x/@${old}`]) expect((await page(elsewhere)).statusCode).not.toBe(301)
  await pass(old, 90)
  expect((await page(`/@${old}`)).statusCode).not.toBe(301)
})

test('C7 of twelve who take an expired handle at once with its former owner, one has it and the others are refused', async () => {
  const maya = await world().person()
  const old = maya.handle
  await take(maya, fresh('racing'))
  await pass(old, 91)
  const others = await Promise.all(Array.from({ length: 11 }, () => world().person()))
  const answers = await Promise.all([...others, maya].map((one) => take(one, old)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 11 }, () => 409)])
  expect(await world().db.sql(`select handle from handles where handle = $1`, [old])).toHaveLength(1)
})

test('C7 a command that forgets to look is refused by the key, and five former handles are the most that are kept', async () => {
  const [maya, thief] = [await world().person(), await world().person()]
  const old = maya.handle
  for (let n = 0; n < 5; n++) expect((await take(maya, fresh('name'))).status).toBe(200)
  await expect(world().db.sql(`update profiles set handle = $2 where account_id = $1`, [thief.id, old])).rejects.toThrow('handles_pkey')
  expect((await take(maya, fresh('name'))).body.type).toBe('/problems/profiles/too-many-handles')
  expect((await take(maya, old)).status).toBe(200)
  expect((await maya.call('PATCH /api/me/profile', { handle: old, bio: 'same handle' })).status).toBe(200)
})
