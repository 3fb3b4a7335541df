import { pathHere } from '@corefans/shared/values/path.ts'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'

const policy = (ancestors: string) =>
  [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "media-src 'self' blob:",
    "img-src 'self' blob: data:",
    "worker-src 'self' blob:",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ].join('; ')
const framed = policy('*')
const unframed = policy("'none'")

/** Every answer says what a browser may do with it; only /embed/* may stand in another site's frame. */
export function setSecurityHeaders(app: FastifyInstance, config: Config): void {
  const secure = config.publicUrl.startsWith('https:')
  app.addHook('onRequest', async (req, reply) => {
    void reply.header('content-security-policy', req.url.startsWith('/embed/') ? framed : unframed)
    void reply.header('x-content-type-options', 'nosniff')
    void reply.header('referrer-policy', 'strict-origin-when-cross-origin')
    void reply.header('cross-origin-opener-policy', 'same-origin')
    if (secure) void reply.header('strict-transport-security', 'max-age=31536000')
  })
}

/** Passkeys are bound to the name `localhost`, so a page asked for by number is sent there; calls work on both. */
export function sendPagesToLocalhost(app: FastifyInstance, config: Config): void {
  if (config.publicUrlGiven) return
  app.addHook('onRequest', async (req, reply) => {
    const isPage = req.method === 'GET' && (req.headers.accept ?? '').includes('text/html') && !req.url.startsWith('/api/')
    if (isPage && req.hostname.startsWith('127.0.0.1')) return reply.redirect(`${config.publicUrl}${pathHere(req.url) ?? '/'}`, 302)
  })
}
