import type { FastifyReply } from 'fastify'

/** Aborted when the caller leaves before it was answered, so that nobody works for whoever does not wait any more. */
export function leaving(reply: FastifyReply): AbortSignal {
  const left = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) left.abort(new Error('the caller left'))
  })
  return left.signal
}
