import { expect, test } from 'vitest'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ listen: false })
const header = (shown: string) => ({ 'x-shown-account': shown })

test('LAY-08 a page of somebody else does and reads nothing as the one who is signed in now', async () => {
  const [maya, leo] = [await world().person(), await world().person()]
  const refused = await leo.call('POST /api/posts', { text: 'not mine', audience: 'public' } as never, header(maya.id))
  expect([refused.status, refused.body.type]).toEqual([409, '/problems/http/another-account'])
  expect((await leo.call('GET /api/me', {}, header('nobody'))).body.type).toBe('/problems/http/another-account')
  expect(await world().db.sql('select 1 from posts where author_id in ($1, $2)', [maya.id, leo.id])).toEqual([])
  const own = await leo.call('POST /api/posts', { text: 'mine', audience: 'public' } as never, header(leo.id))
  expect(own.status).toBe(201)
})

test('whoever is signed out is told to sign in, and a program that is no page says nothing of whose it is', async () => {
  const maya = await world().person()
  expect((await world().visitor.call('GET /api/me', {}, header(maya.id))).status).toBe(401)
  expect((await world().visitor.call('GET /api/config', {}, header('nobody'))).status).toBe(200)
  expect((await maya.call('GET /api/me')).status).toBe(200)
})

test('an answer that changes the cookie says whose it is from now on', async () => {
  const made = await world().visitor.call('POST /api/accounts', {
    handle: 'shown1',
    name: 'Shown',
    email: 'shown@example.com',
    password: 'correct horse battery',
  })
  const { accountId } = made.body
  expect([made.status, made.headers['x-cookie-account']]).toEqual([201, accountId])
  const maya = await world().person()
  expect((await maya.call('DELETE /api/sessions/current', {})).headers['x-cookie-account']).toBe('nobody')
})
