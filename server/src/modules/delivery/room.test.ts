import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { aPicture } from '../../testing/image.ts'
import { useWorld } from '../../testing/world.ts'

const small = mkdtempSync(join(tmpdir(), 'corefans-small-'))
const whyNoSmallDisk = mountSmallDisk()
const world = useWorld({ listen: false, env: { DATA_DIR: small } })
afterAll(() => {
  if (!whyNoSmallDisk) execFileSync('umount', ['-l', small])
  rmSync(small, { recursive: true, force: true })
})

/** Null when it is there; else why this machine does not give one, as where root is root of a container only. */
function mountSmallDisk(): string | null {
  if (process.getuid?.() !== 0) return 'only root may mount the small disk that this needs'
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', small], { stdio: 'pipe' })
    return null
  } catch (error) {
    return `this machine lets nobody mount a small disk: ${(error as Error).message.trim()}`
  }
}

/** Pixels that no encoder makes small. */
const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
const kept = () =>
  readdirSync(join(small, 'media'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== 'filler')
const rows = async () => (await world().db.sql<{ n: number }>(`select count(*)::int as n from assets where state <> 'failed'`))[0]?.n

describe('B6 the room for a picture', () => {
  test('B6 a disk that is full answers 507, keeps nothing of the picture, and takes the next when there is room', async ({ skip }) => {
    if (whyNoSmallDisk) skip(whyNoSmallDisk)
    const maya = await world().person()
    const big = await noise(1300, 1000)
    expect(big.length).toBeGreaterThan(3 * 1024 * 1024)
    const answer = await maya.upload(big)
    expect([answer.status, answer.body.type]).toEqual([507, '/problems/http/storage-full'])
    expect(kept()).toEqual([])
    // Room for what is sent and not for what is made of it.
    const middle = await noise(600, 500)
    writeFileSync(join(small, 'filler'), Buffer.alloc(3 * 1024 * 1024 - middle.length - 64 * 1024))
    const later = await maya.upload(middle)
    expect([later.status, later.body.type]).toEqual([507, '/problems/http/storage-full'])
    expect(kept()).toEqual([])
    expect(await rows()).toBe(0)
    expect(await world().db.sql('select distinct state, failure from assets')).toEqual([{ state: 'failed', failure: 'http/storage-full' }])
    rmSync(join(small, 'filler'))
    expect((await maya.upload(await aPicture())).status).toBe(201)
    expect(kept()).toHaveLength(3)
  })

  test('B6 a picture of one pixel by sixteen thousand is judged as any other, both ways up', async () => {
    const maya = await world().person()
    for (const size of [
      { width: 1, height: 16_000 },
      { width: 16_000, height: 1 },
      { width: 1, height: 1 },
    ]) {
      const answer = await maya.upload(await aPicture(90, size))
      expect([size, answer.status, answer.body.type]).toEqual([size, 201, undefined])
    }
    const past = await maya.upload(await aPicture(90, { width: 1, height: 16_001 }))
    expect([past.status, past.body.type]).toEqual([422, '/problems/media/too-many-pixels'])
  })
})
