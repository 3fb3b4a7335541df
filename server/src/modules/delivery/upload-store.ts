import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileStore } from '@tus/file-store'
import { uploadLifeMs } from '../media/index.ts'

/** Files of uploads in pieces. As the protocol's own store, but what the disk says is said on: that it is full is no fault. */
export class UploadStore extends FileStore {
  constructor(directory: string) {
    super({ directory, expirationPeriodInMilliseconds: uploadLifeMs })
    // Room is given by the size that is announced, so it has to be.
    this.extensions = this.extensions.filter((one) => one !== 'creation-defer-length')
  }

  /** What came before the sender left stays: the next request goes on from there. */
  override async write(bytes: Readable, id: string, offset: number): Promise<number> {
    const file = createWriteStream(join(this.directory, id), { flags: 'r+', start: offset })
    await pipeline(bytes, file)
    return offset + file.bytesWritten
  }
}
