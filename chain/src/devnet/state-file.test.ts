import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepCopyOf, mendStateFile } from './state-file.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corefans-state-'))
  path = join(folder, 'state.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const read = (name: string) => readFile(name, 'utf8').catch(() => null)

test('a whole state and a missing one are left alone', async () => {
  expect(await mendStateFile(path)).toBe(false)
  await writeFile(path, '{"block":1}')
  expect(await mendStateFile(path)).toBe(false)
  expect(await read(path)).toBe('{"block":1}')
})

test('half a state is replaced by the last copy, and kept to look at', async () => {
  await writeFile(path, '{"block":1}')
  const keeper = keepCopyOf(path, 20)
  await expect.poll(() => read(`${path}.copy`)).toBe('{"block":1}')
  keeper.stop()
  await writeFile(path, '{"block":')
  expect(await mendStateFile(path)).toBe(true)
  expect(await read(path)).toBe('{"block":1}')
  expect(await read(`${path}.torn`)).toBe('{"block":')
})

test('half a state without a copy makes way for a new chain', async () => {
  await writeFile(path, '{"block":')
  expect(await mendStateFile(path)).toBe(true)
  expect(await read(path)).toBeNull()
})
