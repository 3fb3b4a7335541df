import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nobody } from '../../kernel/ctx.ts'
import { begin, send, tus } from '../../testing/tus.ts'
import { useWorld } from '../../testing/world.ts'
import { sweepAssets } from './make-asset.ts'

const world = useWorld({ listen: false })

test('CON-02 an upload that nobody finished is gone after a day, with its bytes', async () => {
  const maya = await world().person()
  const url = (await begin(world(), maya, 1_000)).headers.location as string
  const mediaId = url.split('/').at(-1) as string
  await send(world(), maya, { url, offset: 0, bytes: Buffer.alloc(500) })
  const stateOf = async () => (await maya.call('GET /api/media/:mediaId', { mediaId })).body
  const sweep = () => world().host.transact(nobody, (ctx) => sweepAssets(ctx, world().media.blobs))
  await world().db.sql(`update assets set touched_at = now() - interval '23 hours' where id = $1`, [mediaId])
  await sweep()
  expect((await stateOf()).state).toBe('uploading')
  await world().db.sql(`update assets set touched_at = now() - interval '25 hours' where id = $1`, [mediaId])
  await sweep()
  expect(await stateOf()).toMatchObject({ state: 'failed', failure: { type: '/problems/media/interrupted' } })
  expect(existsSync(join(world().media.blobs.uploads, mediaId))).toBe(false)
  expect((await tus(world(), maya, { method: 'HEAD', url })).statusCode).toBe(410)
})
