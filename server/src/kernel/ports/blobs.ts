import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

export type Blob = { bytes: number; open: (range?: { start: number; end: number }) => Readable }

/** Where bytes live. Default: files under the data directory; an object store can stand behind it. */
export type Blobs = {
  /** Moves a finished file in; afterwards the key is whole or absent, never half. */
  put: (key: string, file: string) => Promise<void>
  find: (key: string) => Promise<Blob | null>
  drop: (prefix: string) => Promise<void>
  /** A directory on the same volume for work in progress, so that `put` is one rename. */
  scratch: string
}

export async function fileBlobs(directory: string): Promise<Blobs> {
  const scratch = join(directory, '.scratch')
  await rm(scratch, { recursive: true, force: true })
  await mkdir(scratch, { recursive: true })
  return {
    scratch,
    put: async (key, file) => {
      const target = join(directory, key)
      await mkdir(dirname(target), { recursive: true })
      await rename(file, target)
    },
    find: async (key) => {
      const path = join(directory, key)
      const found = await stat(path).catch(() => null)
      return found?.isFile() ? { bytes: found.size, open: (range) => createReadStream(path, range) } : null
    },
    drop: (prefix) => rm(join(directory, prefix), { recursive: true, force: true }),
  }
}
