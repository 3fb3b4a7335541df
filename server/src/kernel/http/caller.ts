import { cookieAccountHeader, nobodyShown, shownAccountHeader } from '@corefans/shared/shown-account.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import type { Caller, OpenedSession } from '../ctx.ts'
import { http } from '../problems.ts'

type Known = { account: string; session: string }
/** Whose session token this is; at once when it is remembered. */
export type SessionReader = (token: string) => Promise<Known | null> | Known

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller
  }
}

/**
 * Cookies do not know ports: two worlds on localhost would sign each other out without the port in the name. It is the port
 * that people see, so that all processes behind one address know the same cookie.
 */
export function cookieName({ publicUrl }: Pick<Config, 'publicUrl'>): string {
  const { port, protocol } = new URL(publicUrl)
  return `corefans_${port || (protocol === 'https:' ? 443 : 80)}`
}

export function readCookie(header: string | undefined, name: string): string | null {
  if (!header) return null
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null
  }
  return null
}

const yearS = 365 * 86_400
function setCookie(config: Config, reply: FastifyReply, session: OpenedSession | null): void {
  const { token, account } = session ?? { token: null, account: nobodyShown }
  const secure = config.publicUrl.startsWith('https:') ? '; Secure' : ''
  void reply.header(cookieAccountHeader, account)
  void reply.header(
    'set-cookie',
    `${cookieName(config)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${token ? yearS : 0}${secure}`,
  )
}

/** Says who calls, from the session cookie, before any route runs; at once where the session is remembered. */
export function knowCaller(app: FastifyInstance, config: Config, sessions: SessionReader): void {
  const name = cookieName(config)
  const enter = (req: FastifyRequest, reply: FastifyReply, session: Known | null) => {
    req.caller = {
      account: session?.account ?? null,
      session: session?.session ?? null,
      address: req.ip,
      device: (req.headers['user-agent'] ?? 'unknown').slice(0, 200),
      setSession: setCookie.bind(null, config, reply),
    }
    if (!isShown(req.headers[shownAccountHeader], req.caller)) throw http['another-account']()
  }
  app.decorateRequest('caller')
  app.addHook('onRequest', (req, reply, done) => {
    const token = readCookie(req.headers.cookie, name)
    const found = token ? sessions(token) : null
    if (found instanceof Promise) {
      found.then((session) => enter(req, reply, session)).then(() => done(), done)
      return
    }
    try {
      enter(req, reply, found)
    } catch (refusal) {
      return done(refusal as Error)
    }
    done()
  })
}

/**
 * Whether a page calls for the person that it shows. All tabs of a browser have one cookie: a page that was made before it
 * changed would otherwise act, and pay, as somebody else than it says. What is no page says nothing of this; whoever is
 * signed out can do nothing here that needs an account, and is told so by what they ask.
 */
export const isShown = (shown: unknown, { account }: Pick<Caller, 'account'>): boolean =>
  shown === undefined || account === null || shown === account

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Carries no session, so there is nothing to forge; a wallet extension calls it from an origin of its own. */
const sessionless = '/api/chain/rpc'
/** Another site's page may not make a browser act here (CSRF): its Origin or Sec-Fetch-Site gives it away. */
export function refuseForeignOrigin(app: FastifyInstance, config: Config): void {
  app.addHook('onRequest', (req, _reply, done) => {
    const isOurs = safe.has(req.method) || req.url === sessionless || isOwnOrigin(req, config)
    done(isOurs ? undefined : http['foreign-origin']())
  })
}

/** Whether a demo world is asked for by a name of its own; elsewhere the proxy in front knows its names. */
export function isOwnHost(host: string | undefined, { demo, publicUrl }: Pick<Config, 'publicUrl' | 'demo'>): boolean {
  if (!demo) return true
  const asked = host !== undefined && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
  return ['localhost', '127.0.0.1', '[::1]', new URL(publicUrl).hostname].includes(asked)
}

export function isOwnOrigin(req: Pick<FastifyRequest, 'headers'>, config: Pick<Config, 'publicUrl' | 'demo'>): boolean {
  const { origin, host } = req.headers
  if (!isOwnHost(host, config)) return false
  const site = req.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  return origin === config.publicUrl || (URL.canParse(origin) && new URL(origin).host === host)
}
