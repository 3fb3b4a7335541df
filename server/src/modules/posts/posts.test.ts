import { describe, expect, test } from 'vitest'
import { onBehalfOf } from '../../kernel/ctx.ts'
import { aPicture } from '../../testing/image.ts'
import type { Person } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'
import { createPost } from './index.ts'

const world = useWorld({ ownChain: true })

describe('posts', () => {
  test('CON-01 text, images, a poll or all of them; an edit keeps likes and the earlier text', async () => {
    const [maya, fan] = [await world().person(), await world().person()]
    const { body: image } = await maya.upload(await aPicture())
    await maya.must('PATCH /api/media/:mediaId', { mediaId: image.id, alt: 'A red square' })
    const post = await maya.must('POST /api/posts', { text: 'first', mediaIds: [image.id], poll: { options: ['A', 'B'] } })
    expect(post).toMatchObject({
      text: 'first',
      locked: false,
      media: [{ kind: 'image', alt: 'A red square' }],
      poll: { totalVotes: 0 },
      viewer: { isAuthor: true },
    })
    await fan.must('PUT /api/posts/:postId/like', { postId: post.id })
    const edited = await maya.must('PATCH /api/posts/:postId', { postId: post.id, text: 'second' })
    expect(edited).toMatchObject({ text: 'second', counts: { likes: 1 }, media: [{ id: image.id }] })
    expect(edited.editedAt).not.toBeNull()
    expect((await fan.must('GET /api/posts/:postId/revisions', { postId: post.id })).items.map((r) => r.text)).toEqual(['first'])
    expect((await maya.call('POST /api/posts', { text: '  ' })).body.type).toBe('/problems/posts/empty')
    expect((await fan.call('PATCH /api/posts/:postId', { postId: post.id, text: 'mine' })).status).toBe(403)
    expect((await fan.call('DELETE /api/posts/:postId', { postId: post.id })).status).toBe(403)
  })

  test('CON-01 a deleted post is gone everywhere, bytes and topics included, until its author takes it back in time', async () => {
    const [maya, fan] = [await world().person(), await world().person()]
    const { body: image } = await maya.upload(await aPicture())
    const post = await maya.must('POST /api/posts', { text: 'soon gone', mediaIds: [image.id] })
    await fan.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
    const socket = await fan.socket()
    await socket.join(`post:${post.id}`)
    await maya.must('DELETE /api/posts/:postId', { postId: post.id })
    await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'post.deleted')
    for (const who of [fan, world().visitor, maya]) expect((await who.call('GET /api/posts/:postId', { postId: post.id })).status).toBe(404)
    expect((await fan.get(post.media[0]?.url as string)).status).toBe(404)
    expect((await fan.must('GET /api/feed')).items).toEqual([])
    expect((await fan.call('PUT /api/posts/:postId/like', { postId: post.id })).status).toBe(404)
    expect((await fan.call('POST /api/posts/:postId/restore', { postId: post.id })).status).toBe(404)
    const late = await fan.socket()
    expect(await late.join(`post:${post.id}`)).toMatchObject({ type: 'denied' })
    expect((await maya.must('POST /api/posts/:postId/restore', { postId: post.id })).text).toBe('soon gone')
    expect((await fan.get(post.media[0]?.url as string)).status).toBe(200)
    await maya.must('DELETE /api/posts/:postId', { postId: post.id })
    await world().visitor.must('POST /api/demo/clock', { advanceMs: 11_000 })
    expect((await maya.call('POST /api/posts/:postId/restore', { postId: post.id })).body.type).toBe('/problems/posts/too-late')
    for (const open of [socket, late]) open.close()
  })

  test('CON-01 GPS and other metadata of a picture stay behind', async () => {
    const maya = await world().person()
    const { default: sharp } = await import('sharp')
    const gps = await sharp(await aPicture())
      .withExif({ IFD0: { Copyright: 'Canary' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect((await sharp(gps).metadata()).exif).toBeDefined()
    const { body: image } = await maya.upload(gps, 'image/jpeg')
    for (const rendition of ['large', 'small', 'preview']) {
      const bytes = (await world().host.app.inject({ url: `/media/${image.id}/${rendition}.webp`, headers: { cookie: maya.cookie } }))
        .rawPayload
      expect((await sharp(bytes).metadata()).exif).toBeUndefined()
      expect(bytes.includes('Canary')).toBe(false)
    }
  })

  test('DAT-03 the same instants in every zone: the database keeps UTC and the JSON says Z', async () => {
    const maya = await world().person()
    const post = await maya.must('POST /api/posts', { text: 'when', poll: { options: ['A', 'B'], durationMs: 60_000 } })
    const { execFileSync } = await import('node:child_process')
    const script = `const pg=require('pg');(async()=>{const c=new pg.Client({connectionString:process.env.DB});await c.connect();const r=await c.query('select created_at from posts where id=$1',[process.env.ID]);console.log(r.rows[0].created_at.toISOString());await c.end()})()`
    const inZone = (TZ: string) =>
      execFileSync(process.execPath, ['-e', script], {
        env: { ...process.env, TZ, DB: world().databaseUrl, ID: post.id },
        cwd: import.meta.dirname,
        encoding: 'utf8',
      }).trim()
    expect([inZone('Pacific/Kiritimati'), inZone('America/Los_Angeles')]).toEqual([post.createdAt, post.createdAt])
    expect(Date.parse(post.poll?.closesAt as string) - Date.parse(post.createdAt)).toBe(60_000)
  })

  test('DAT-01 a counter and what it counts are kept together or not at all', async () => {
    const maya = await world().person()
    const failing = world().host.transact(onBehalfOf(maya.id), async (ctx) => {
      await createPost(world().host)(ctx, { text: 'lost', audience: 'public', mediaIds: [] })
      throw new Error('power cut')
    })
    await expect(failing).rejects.toThrow('power cut')
    const profile = await world().visitor.must('GET /api/profiles/:handle', { handle: maya.handle })
    expect([profile.counters.posts, (await maya.must('GET /api/profiles/:handle/posts', { handle: maya.handle })).items]).toEqual([0, []])
  })

  test('the Following feed is whom one follows and oneself, strictly by time, in pages without gap or repeat', async () => {
    const [fan, a, b, stranger] = [await world().person(), await world().person(), await world().person(), await world().person()]
    for (const { handle } of [a, b]) await fan.must('PUT /api/profiles/:handle/follow', { handle })
    const ids: string[] = []
    for (const author of [a, b, fan, a, b, fan, a, b, fan, a, b, fan]) ids.unshift((await author.must('POST /api/posts', { text: 'x' })).id)
    await stranger.must('POST /api/posts', { text: 'not for you' })
    const seen: string[] = []
    for (let next: { cursor?: string } | null = {}; next; ) {
      const page: { items: { id: string }[]; nextCursor: string | null } = await fan.must('GET /api/feed', { limit: 5, ...next })
      seen.push(...page.items.map((post) => post.id))
      next = page.nextCursor ? { cursor: page.nextCursor } : null
    }
    expect(seen).toEqual(ids)
    expect((await world().visitor.must('GET /api/feed')).items[0]?.text).toBe('not for you')
    expect((await fan.call('GET /api/feed', { cursor: 'forged' })).status).toBe(422)
  })
})

test('A6 opening a post publishes no text that was locked before, and closing it hides what was open', async () => {
  const [maya, fan, stranger] = [await world().person(), await world().person(), await world().person()]
  await fan.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
  const { id: postId } = await maya.must('POST /api/posts', { text: 'for followers', audience: 'followers' })
  await maya.must('PATCH /api/posts/:postId', { postId, text: 'open to all', audience: 'public' })
  await maya.must('PATCH /api/posts/:postId', { postId, text: 'still open' })
  const texts = async (person: Person) => {
    const { status, body } = await person.call('GET /api/posts/:postId/revisions', { postId })
    return status === 200 ? body.items.map(({ text }) => text) : status
  }
  expect(await texts(maya)).toEqual(['open to all', 'for followers'])
  expect(await texts(fan)).toEqual(['open to all', 'for followers'])
  expect(await texts(stranger)).toEqual(['open to all'])
  expect(await texts(world().visitor)).toEqual(['open to all'])
  await maya.must('PATCH /api/posts/:postId', { postId, audience: 'followers' })
  expect([await texts(stranger), await texts(fan)]).toEqual([403, ['open to all', 'for followers']])
})
