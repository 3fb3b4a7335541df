import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

const dayMs = 86_400_000

/** Bytes from `start` to `end`, both of them in. */
export type ByteRange = { start: number; end: number }
/** One stored file: its size, and its bytes as a stream, whole or a range of them, never all in memory. */
export type Blob = { bytes: number; open: (range?: ByteRange) => Readable }

/** Where bytes live. Default: files under the data directory; an object store can stand behind it. */
export type Blobs = {
  /** Moves a finished file in; afterwards the key is whole or absent, never half. */
  put: (key: string, file: string) => Promise<void>
  find: (key: string) => Promise<Blob | null>
  /** Forgets every key under a prefix. */
  drop: (prefix: string) => Promise<void>
  /** A directory on the same volume for work in progress, so that `put` is one rename. */
  scratch: string
  /** A directory for uploads in pieces: all processes share it, and it outlives them. Whoever puts a file there sweeps it. */
  uploads: string
}

export async function fileBlobs(directory: string): Promise<Blobs> {
  // Several processes may share the directory, so each has a place of its own; what one left by dying goes after a day.
  const scratches = join(directory, '.scratch')
  await mkdir(scratches, { recursive: true })
  for (const name of await readdir(scratches)) {
    const left = await stat(join(scratches, name)).catch(() => null)
    if (left && left.mtimeMs < Date.now() - dayMs) await rm(join(scratches, name), { recursive: true, force: true })
  }
  const scratch = await mkdtemp(join(scratches, 'process-'))
  const uploads = join(directory, '.uploads')
  await mkdir(uploads, { recursive: true })
  return {
    scratch,
    uploads,
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
