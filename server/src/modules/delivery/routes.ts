import type { Readable } from 'node:stream'
import { media as contracts } from '@corefans/shared/contracts/index.ts'
import { me } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { leaving } from '../../kernel/http/leaving.ts'
import { http } from '../../kernel/problems.ts'
import { rateLimiter } from '../../kernel/rate-limit.ts'
import { describeMedia, dropBytes, forgetMedia, keepImage, type MediaPorts, makeAsset, readMedia } from '../media/index.ts'
import { serveMedia } from './serve-media.ts'
import { tusHandler, uploadsPath } from './tus.ts'
import { mustFit, withUpload } from './upload.ts'

/** Reading pixels is what a picture costs: forty photographs of a telephone, or ten of the largest. */
const pixelsAMinute = 500_000_000

export function routes(host: Host, ports: MediaPorts): void {
  host.mount.query(contracts.readMedia, readMedia)
  host.mount.command(contracts.describeMedia, describeMedia)
  host.mount.command(contracts.deleteMedia, async (ctx, { mediaId }) => {
    const gone = await forgetMedia(ctx, mediaId)
    ctx.afterCommit(() => {
      for (const id of gone) void dropBytes(ports.blobs, id).catch((err: unknown) => host.log.error(err, 'media'))
    })
    return null
  })
  uploadRoutes(host, ports)
  const take = rateLimiter()
  host.mount.bytes(contracts.uploadMedia, async (req, reply) => {
    const account = me({ actor: req.caller.account })
    const declared = Number(req.headers['content-length'] ?? 0)
    const signal = leaving(reply)
    const beforeDecoding = (pixels: number) => {
      const wait = take(account, pixelsAMinute * host.config.rateFactor, pixels)
      if (wait > 0) throw http['too-many-requests']({ retryAfterS: wait })
    }
    const { blobs } = ports
    mustFit(declared)
    return makeAsset({ blobs, transact: host.transact }, req.caller, { kind: 'image', alt: '' }, (making) =>
      withUpload(blobs.scratch, req.body as Readable, (file) => keepImage(ports, making, { file, owner: account, signal, beforeDecoding })),
    )
  })
  host.mount.raw.route({ method: ['GET', 'HEAD'], url: '/media/:id/:file', config: { actFor: 'view' }, handler: serveMedia(host, ports) })
}

/** Pieces a minute: 16 MB each are more than any line brings. */
const piecesAMinute = 600

/** The protocol of uploads in pieces, whose bodies stay streams. */
function uploadRoutes(host: Host, ports: MediaPorts): void {
  const [handler, take] = [tusHandler(host, ports), rateLimiter()]
  const config = { actFor: 'write' } as const
  void host.mount.raw.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_req, body, done) => done(null, body))
    const paced: typeof handler = (req, reply) => {
      const wait = take(me({ actor: req.caller.account }), piecesAMinute * host.config.rateFactor)
      if (wait > 0) throw http['too-many-requests']({ retryAfterS: wait })
      return handler(req, reply)
    }
    scope.route({ method: ['POST'], url: uploadsPath, config, handler: paced })
    scope.route({ method: ['HEAD', 'PATCH', 'DELETE'], url: `${uploadsPath}/:id`, config, handler: paced })
  })
}
