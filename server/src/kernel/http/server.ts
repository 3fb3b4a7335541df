import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Config } from '../config.ts'
import { isFull, Outage, Problem, toProblem } from '../errors.ts'
import { http } from '../problems.ts'
import { believedHops } from './forwarded.ts'
import { securityHeaders } from './security.ts'

const maxJsonBytes = 64 * 1024

/** An HTTP server that answers every refusal with problem+json and waits for nobody too long. */
export function createHttpServer(config: Pick<Config, 'logLevel' | 'trustProxy' | 'publicUrl'>): FastifyInstance {
  const app = fastify({
    logger: { level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: believedHops(config.trustProxy),
    bodyLimit: maxJsonBytes,
    routerOptions: { maxParamLength: 1_100, ignoreTrailingSlash: true },
    requestTimeout: 60_000,
    connectionTimeout: 90_000,
    keepAliveTimeout: 75_000,
    forceCloseConnections: true,
    genReqId: () => crypto.randomUUID(),
    return503OnClosing: true,
    // Addresses that no route can be looked up for, such as /api/posts/%zz, never reach the error handler, nor any hook.
    frameworkErrors: (err, req, reply) => void answer(req, reply.headers(securityHeaders(req.url, config)), fromFramework(err)),
  })
  app.server.headersTimeout = 10_000
  app.server.maxRequestsPerSocket = 0
  readJson(app)
  app.setErrorHandler((err: FastifyError, req, reply) => answer(req, reply, fromFramework(err)))
  app.setNotFoundHandler((req, reply) => answer(req, reply, http.unknown()))
  return app
}

/** JSON only, as UTF-8; an empty body is no body. */
function readJson(app: FastifyInstance): void {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_req, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined)
    try {
      done(null, JSON.parse(utf8.decode(body)))
    } catch {
      done(http['bad-json']())
    }
  })
}

/** The framework's own 4xx keep their meaning and get our words. */
function fromFramework(err: FastifyError): unknown {
  if (err instanceof Problem || err instanceof Outage) return err
  if (isFull(err)) return http['storage-full']()
  if (err.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return http['unsupported-media-type']()
  if (err.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return http['too-large']()
  if (err.statusCode && err.statusCode >= 400 && err.statusCode < 500) return http['bad-request']()
  return err
}

/** Sends a problem document; a fault is logged with its cause and tells the caller only its request id. */
export function answer(req: FastifyRequest, reply: FastifyReply, err: unknown): FastifyReply {
  if (!(err instanceof Problem)) req.log.error({ err, route: req.routeOptions.url }, 'fault')
  const document = toProblem(err, req.url.split('?')[0] ?? '/', req.id)
  if (err instanceof Outage) void reply.header('retry-after', '2')
  if (typeof document.retryAfterS === 'number') void reply.header('retry-after', String(document.retryAfterS))
  return reply
    .code(document.status)
    .type('application/problem+json')
    .header('x-request-id', req.id)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(document))
}
