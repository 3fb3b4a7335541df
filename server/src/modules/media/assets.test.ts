import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody, onBehalfOf } from '../../kernel/ctx.ts'
import { aPicture } from '../../testing/image.ts'
import { aDatabaseBefore } from '../../testing/older-database.ts'
import { useWorld } from '../../testing/world.ts'
import { blobKey, makeAsset, mediaProblem } from './index.ts'
import { sweepAssets } from './make-asset.ts'
import { imageFiles } from './rules.ts'

const world = useWorld({ listen: false })
const stateOf = async (id: string) =>
  (await world().db.sql<{ state: string; failure: string | null }>('select state, failure from assets where id = $1', [id]))[0]
const making = () => ({ blobs: world().media.blobs, transact: world().host.transact })
const image = { kind: 'image', alt: '' } as const
const made = { kind: 'image', width: 3, height: 2, renditions: imageFiles } as const

describe('D4 the way of an asset', () => {
  test('D4 uploading, processing, ready: it can be shown when it is whole and not before', async () => {
    const maya = await world().person()
    const states: unknown[] = []
    const caller = onBehalfOf(maya.id)
    const attached = async (id: string) => (await maya.call('POST /api/posts', { text: 'x', mediaIds: [id] })).status
    const view = await makeAsset(making(), caller, image, async ({ id, processing }) => {
      states.push([(await stateOf(id))?.state, await attached(id)])
      await processing()
      states.push([(await stateOf(id))?.state, await attached(id)])
      expect((await maya.call('PATCH /api/media/:mediaId', { mediaId: id, alt: 'x' })).status).toBe(404)
      expect((await maya.call('PATCH /api/me/profile', { portraitMediaId: id })).status).toBe(404)
      return made
    })
    expect(states).toEqual([
      ['uploading', 404],
      ['processing', 404],
    ])
    expect([await stateOf(view.id), await attached(view.id)]).toEqual([{ state: 'ready', failure: null }, 201])
  })

  test('D4 what fails says why and leaves no bytes', async () => {
    const maya = await world().person()
    let key = ''
    const failing = makeAsset(making(), onBehalfOf(maya.id), image, async ({ id, processing }) => {
      await processing()
      key = id
      const file = join(world().media.blobs.scratch, id)
      writeFileSync(file, 'half')
      await world().media.blobs.put(`${blobKey(id)}/large.webp`, file)
      throw mediaProblem['too-slow']()
    })
    await expect(failing).rejects.toThrow()
    expect(await stateOf(key)).toEqual({ state: 'failed', failure: 'media/too-slow' })
    expect(await world().media.blobs.find(`${blobKey(key)}/large.webp`)).toBeNull()
  })

  test('D4 what a process left half-done by dying is given up with its bytes; what is ready and what is new stays', async () => {
    const maya = await world().person()
    const { body } = await maya.upload(await aPicture())
    const [old, fresh] = [crypto.randomUUID(), crypto.randomUUID()]
    const add = `insert into assets (id, owner_id, kind, state, created_at, touched_at) values ($1, $2, 'image', 'processing', now(), now() - $3 * interval '1 minute')`
    await world().db.sql(add, [old, maya.id, 61])
    await world().db.sql(add, [fresh, maya.id, 59])
    await world().db.sql(`update assets set touched_at = now() - interval '1 year' where id = $1`, [body.id])
    const directory = join(world().config.dataDir, 'media', blobKey(old))
    mkdirSync(directory, { recursive: true })
    const sweep = () => world().host.transact(nobody, (ctx) => sweepAssets(ctx, world().media.blobs))
    await sweep()
    expect([await stateOf(old), existsSync(directory)]).toEqual([{ state: 'failed', failure: 'interrupted' }, false])
    expect([(await stateOf(fresh))?.state, (await stateOf(body.id))?.state]).toEqual(['processing', 'ready'])
    await world().db.sql(`update assets set touched_at = now() - interval '8 days' where id = $1`, [old])
    await sweep()
    expect(await stateOf(old)).toBeUndefined()
  })

  test('D4 nothing half-done is shown, whatever a command forgets: the table refuses it', async () => {
    const maya = await world().person()
    const add = (columns: string, values: string) =>
      world().db.sql(`insert into assets (owner_id, kind, created_at, ${columns}) values ($1, 'image', now(), ${values})`, [maya.id])
    await expect(add('state, is_face', `'uploading', true`)).rejects.toThrow('assets_shown_is_ready')
    await expect(add('state, subject_id', `'processing', '${crypto.randomUUID()}'`)).rejects.toThrow('assets_shown_is_ready')
    await expect(add('state', `'failed'`)).rejects.toThrow('assets_failure_says_why')
    await expect(add('state', `'ready'`)).rejects.toThrow('assets_ready_image_has_size')
  })
})

describe('D4 pictures of before', () => {
  let older: Awaited<ReturnType<typeof aDatabaseBefore>>
  beforeAll(async () => {
    older = await aDatabaseBefore('202611280956_assets.sql')
  })
  afterAll(() => older.db.close())

  test('D4 become assets that are ready, with the files they had', async () => {
    const [maya, picture] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
    await older.db.sql(`insert into accounts (id, created_at) values ($1, now())`, [maya])
    await older.db.sql(
      `insert into media (id, owner_id, kind, width, height, alt, created_at, is_face) values ($2, $1, 'image', 30, 20, 'a face', now(), true)`,
      [maya, picture],
    )
    await older.migrate()
    expect(
      await older.db.sql(
        `select a.id, a.state, a.width, a.alt, a.is_face, array_agg(r.name || ' ' || r.file order by r.name) as files from assets a join asset_renditions r on r.asset_id = a.id group by a.id`,
      ),
    ).toEqual([
      {
        id: picture,
        state: 'ready',
        width: 30,
        alt: 'a face',
        is_face: true,
        files: ['large large.webp', 'preview blurred.webp', 'small small.webp'],
      },
    ])
  })
})
