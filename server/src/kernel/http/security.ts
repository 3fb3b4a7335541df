import { pathHere } from '@corefans/shared/values/path.ts'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { http } from '../problems.ts'
import { isOwnHost } from './caller.ts'

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
const isFramed = (url: string) => url.startsWith('/embed/')

/** What every answer says a browser may do with it; only /embed/* may stand in another site's frame. */
export const securityHeaders = (url: string, { publicUrl }: Pick<Config, 'publicUrl'>): Record<string, string> => ({
  'content-security-policy': policy(isFramed(url) ? '*' : "'none'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
})

// Hooks of every request answer by a callback, and what does not change is made once: seven promises and ten objects less a request.
export function setSecurityHeaders(app: FastifyInstance, config: Config): void {
  const [framed, unframed] = [securityHeaders('/embed/', config), securityHeaders('/', config)]
  app.addHook('onRequest', (req, reply, done) => {
    reply.headers(isFramed(req.url) ? framed : unframed)
    done()
  })
}

/**
 * In the demo world anyone who reaches us is let in as anyone, so a page of another site must not reach us under its own
 * name (DNS rebinding). Names are compared, not ports: the name is what such a page cannot choose.
 */
export function refuseForeignHost(app: FastifyInstance, config: Config): void {
  app.addHook('onRequest', (req, _reply, done) => done(isOwnHost(req.headers.host, config) ? undefined : http.misdirected()))
}

/** Passkeys are bound to the name `localhost`, so a page asked for by number is sent there; calls work on both. */
export function sendPagesToLocalhost(app: FastifyInstance, config: Config): void {
  if (config.publicUrlGiven) return
  app.addHook('onRequest', (req, reply, done) => {
    const isPage = req.method === 'GET' && (req.headers.accept ?? '').includes('text/html') && !req.url.startsWith('/api/')
    if (isPage && req.hostname.startsWith('127.0.0.1')) reply.redirect(`${config.publicUrl}${pathHere(req.url) ?? '/'}`, 302)
    else done()
  })
}
