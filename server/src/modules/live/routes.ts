import { live as contracts } from '@corefans/shared/contracts/index.ts'
import { isId } from '@corefans/shared/values/ids.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Host } from '../../kernel/host.ts'
import { http } from '../../kernel/problems.ts'
import { rateLimiter } from '../../kernel/rate-limit.ts'
import type { Broadcast } from './broadcast.ts'
import { createStream, endStream, whipPath } from './change-stream.ts'
import { deleteChatLine, sayOnStream } from './chat.ts'
import { problem } from './problems.ts'
import { listChat, listStreams, readCreatorStream, readStream } from './read.ts'

export function routes(host: Host, live: Broadcast): void {
  const { mount } = host
  mount.command(contracts.createStream, createStream(host))
  mount.query(contracts.listStreams, listStreams)
  mount.query(contracts.readStream, readStream)
  mount.query(contracts.readCreatorStream, readCreatorStream)
  mount.command(contracts.endStream, endStream)
  mount.query(contracts.listChat, listChat)
  mount.command(contracts.sayOnStream, sayOnStream)
  mount.command(contracts.deleteChatLine, deleteChatLine)
  sdpRoutes(host, live)
}

/** Joins of one address a minute: a page that loses its network tries again, a school has many pages. */
const joinsAMinute = 240
const sdp = 'application/sdp'

/** WHIP and WHEP, whose bodies are session descriptions. */
function sdpRoutes(host: Host, live: Broadcast): void {
  const take = rateLimiter()
  const offerOf = (req: FastifyRequest): string => {
    const wait = take(req.caller.address, joinsAMinute * host.config.rateFactor)
    if (wait > 0) throw http['too-many-requests']({ retryAfterS: wait })
    if (typeof req.body !== 'string') throw problem['bad-offer']()
    return req.body
  }
  const created = (reply: FastifyReply, location: string, answer: string) =>
    reply.code(201).header('location', location).header('cache-control', 'no-store').type(sdp).send(answer)
  void host.mount.raw.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(sdp, { parseAs: 'string', bodyLimit: 64 * 1024 }, (_req, body, done) => done(null, body))
    scope.post(whipPath, async (req, reply) => {
      const { session, answer } = await live.publishers.publish(req.headers.authorization, offerOf(req))
      return created(reply, `${whipPath}/${session}`, answer)
    })
    scope.delete<{ Params: { session: string } }>(`${whipPath}/:session`, async (req, reply) => {
      await live.publishers.unpublish(req.headers.authorization, req.params.session)
      return reply.code(204).send()
    })
    scope.post<{ Params: { streamId: string } }>('/api/streams/:streamId/whep', async (req, reply) => {
      const { streamId } = req.params
      if (!isId(streamId)) throw problem.unknown()
      const { session, answer } = await live.viewers.watch(req.caller, streamId, offerOf(req))
      return created(reply, `/api/streams/${streamId}/whep/${session}`, answer)
    })
    scope.delete<{ Params: { session: string } }>('/api/streams/:streamId/whep/:session', async (req, reply) => {
      live.viewers.unwatch(req.params.session)
      return reply.code(204).send()
    })
  })
}
