import { createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { maxImageBytes, mediaProblem, sniffImage } from '../media/index.ts'

/** Refuses what says by itself that it is more than an image may have. */
export function mustFit(declaredBytes: number): void {
  if (declaredBytes > maxImageBytes) throw mediaProblem['too-large']()
}

/** Runs `use` with the body in a file of `directory`, removed afterwards. Refuses more than an image may have, in constant memory. */
export async function withUpload<T>(directory: string, body: Readable, use: (file: string) => Promise<T>): Promise<T> {
  const file = join(directory, crypto.randomUUID())
  try {
    await pipeline(body, limited, createWriteStream(file))
    await mustLookLikeImage(file)
    return await use(file)
  } finally {
    await rm(file, { force: true })
  }
}

async function* limited(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > maxImageBytes) throw mediaProblem['too-large']()
    yield chunk
  }
}

async function mustLookLikeImage(path: string): Promise<void> {
  const file = await open(path)
  try {
    const head = Buffer.alloc(16)
    await file.read(head, 0, 16, 0)
    if (!sniffImage(head)) throw mediaProblem['not-an-image']()
  } finally {
    await file.close()
  }
}
