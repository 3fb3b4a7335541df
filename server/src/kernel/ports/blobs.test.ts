import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { fileBlobs } from './blobs.ts'

const directory = mkdtempSync(join(tmpdir(), 'corefans-blobs-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))
const blobs = await fileBlobs(directory)
const bytes = Buffer.from('0123456789')

async function put(key: string, content = bytes) {
  const file = join(blobs.scratch, crypto.randomUUID())
  writeFileSync(file, content)
  await blobs.put(key, file)
}
const read = async (key: string, range?: { start: number; end: number }) => {
  const blob = await blobs.find(key)
  return blob && buffer(blob.open(range)).then(String)
}

describe('blobs', () => {
  test('what was put is found whole, with its size, and its scratch file is gone', async () => {
    await put('ab/one.webp')
    expect([(await blobs.find('ab/one.webp'))?.bytes, await read('ab/one.webp')]).toEqual([10, '0123456789'])
    expect(readdirSync(blobs.scratch)).toEqual([])
  })

  test('a range has both its ends', async () => {
    await put('ab/two.webp')
    expect(await read('ab/two.webp', { start: 2, end: 4 })).toBe('234')
    expect(await read('ab/two.webp', { start: 9, end: 9 })).toBe('9')
  })

  test('a key that is put again answers the new bytes, and whoever was reading the old reads them to their end', async () => {
    await put('ab/three')
    const old = (await blobs.find('ab/three'))?.open()
    await new Promise((opened) => old?.once('open', opened))
    await put('ab/three', Buffer.from('new'))
    expect([await read('ab/three'), old && String(await buffer(old))]).toEqual(['new', '0123456789'])
  })

  test('what is not there is nothing; a directory is nothing too', async () => {
    expect([await blobs.find('ab/none'), await blobs.find('ab')]).toEqual([null, null])
  })

  test('dropping a prefix forgets every key under it and no other; dropping nothing is fine', async () => {
    await put('post/1/full')
    await put('post/1/small')
    await put('post/10/full')
    await blobs.drop('post/1')
    await blobs.drop('post/404')
    expect([await read('post/1/full'), await read('post/1/small'), await read('post/10/full')]).toEqual([null, null, '0123456789'])
  })

  test('each process has a scratch of its own; what one left by dying goes after a day, what one works in stays', async () => {
    const [old, fresh] = ['process-old', 'process-fresh'].map((name) => join(directory, '.scratch', name)) as [string, string]
    for (const left of [old, fresh]) {
      mkdirSync(left)
      writeFileSync(join(left, 'half'), 'x')
    }
    const yesterday = new Date(Date.now() - 90_000_000)
    utimesSync(old, yesterday, yesterday)
    const other = await fileBlobs(directory)
    expect(other.scratch).not.toBe(blobs.scratch)
    expect(readdirSync(join(directory, '.scratch'))).not.toContain('process-old')
    expect(readdirSync(join(directory, '.scratch'))).toContain('process-fresh')
  })
})
