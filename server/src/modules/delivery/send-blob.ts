import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Blob } from '../../kernel/ports/blobs.ts'
import { mediaProblem } from '../media/index.ts'
import { namesTag, rangeOf } from './rules.ts'

/**
 * Streams a file, or the range of it that is asked for. Call it for whoever may see the bytes: it answers what they have
 * already (304), how large they are (HEAD) and that they end earlier (416), which all tell something of them.
 */
export function sendBlob(
  req: FastifyRequest,
  reply: FastifyReply,
  blob: Blob,
  { etag, type }: { etag: string; type: string },
): FastifyReply {
  void reply.header('etag', etag).header('accept-ranges', 'bytes')
  if (namesTag(req.headers['if-none-match'], etag)) return reply.code(304).send()
  void reply.type(type)
  // Ranges are for GET alone, and a range of an older file would be put together with this one.
  const isStale = req.headers['if-range'] !== undefined && req.headers['if-range'] !== etag
  const range = req.method === 'GET' && !isStale ? rangeOf(req.headers.range, blob.bytes) : 'whole'
  if (range === null) {
    void reply.header('content-range', `bytes */${blob.bytes}`)
    throw mediaProblem['no-such-range']()
  }
  if (range === 'whole') {
    void reply.header('content-length', blob.bytes)
    return reply.send(req.method === 'HEAD' ? '' : blob.open())
  }
  void reply
    .header('content-range', `bytes ${range.start}-${range.end}/${blob.bytes}`)
    .header('content-length', range.end - range.start + 1)
  return reply.code(206).send(blob.open(range))
}
