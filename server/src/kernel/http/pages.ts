import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { ConfigView } from '@corefans/shared/contracts/system.ts'
import { pathHere } from '@corefans/shared/values/path.ts'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { Config } from '../config.ts'
import { http } from '../problems.ts'
import { limitReads, ownCall } from './read-limits.ts'

type Rendered = { status: 200 | 301 | 404; location?: string; head: string; body: string; state: string }
type Call = (route: string, input: Record<string, unknown>) => Promise<unknown>
type RenderPage = (url: string, deps: { call: Call; publicUrl: string; config: ConfigView }) => Promise<Rendered>
type Page = { status: number; location?: string; full: Encoded; shell: Encoded }
type Encoded = { plain: Buffer; gzip: Buffer; br: Buffer }

const web = join(import.meta.dirname, '../../../../web/dist')
/** Visitors share one rendering for a moment: rendering costs two orders of magnitude more than sending. */
const freshMs = 5_000

/** The web app: hashed files for ever, pages rendered for visitors, a shell with the same head for the signed in. */
export async function servePages(
  app: FastifyInstance,
  deps: { config: Pick<Config, 'publicUrl' | 'rateFactor'>; configView: ConfigView; seq: () => Promise<number> },
): Promise<{ forget: () => void }> {
  const limits = limitReads(app, deps.config)
  const entry = join(web, 'server/entry-server.js')
  const index = join(web, 'client/index.html')
  if (!existsSync(entry) || !existsSync(index)) return { forget: () => {} }
  const { renderPage, pageKey } = (await import(pathToFileURL(entry).href)) as { renderPage: RenderPage; pageKey: (url: string) => string }
  const template = readFileSync(index, 'utf8')
  const pages = new LRUCache<string, Promise<Page>>({ max: 500, ttl: freshMs })

  const render = async (url: string): Promise<Page> => {
    const seq = `<script type="application/json" id="seq">${await deps.seq()}</script>` // before the page asks: what it shows is newer
    const page = await renderPage(url, { call: callWith(app), publicUrl: deps.config.publicUrl, config: deps.configView })
    const [full, shell] = await Promise.all([
      encode(fill(template, page.head, page.body, `${seq}<script type="application/json" id="state">${page.state}</script>`)),
      encode(fill(template, page.head, '', seq)),
    ])
    return { status: page.status, ...(page.location ? { location: page.location } : {}), full, shell }
  }
  /** Keyed by what the route reads, and rendered from just that: other words in the query make no page of their own. */
  const pageOf = (req: FastifyRequest): Promise<Page> => {
    const url = pageKey(req.url.slice(0, 300))
    const known = pages.get(url)
    if (known) return known
    limits.render(req)
    const made = render(url)
    pages.set(url, made)
    made.catch(() => pages.delete(url))
    return made
  }

  await app.register(fastifyStatic, {
    root: join(web, 'client'),
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) =>
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  app.get('/*', async (req, reply) => {
    if (req.url.startsWith('/api/') || req.url.startsWith('/media/')) throw http.unknown()
    const path = pathHere(req.url.slice(0, 300))
    if (path === null) throw http.unknown()
    return send(req, reply, await pageOf(req))
  })
  return { forget: () => pages.clear() }
}

function send(req: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  void reply.header('cache-control', 'private, no-cache').header('vary', 'Cookie, Accept-Encoding')
  if (page.location) return reply.redirect(pathHere(page.location) ?? '/', 301)
  const html = req.caller.account ? page.shell : page.full
  const accepted = req.headers['accept-encoding'] ?? ''
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
  if (encoding) void reply.header('content-encoding', encoding)
  return reply
    .code(page.status)
    .type('text/html; charset=utf-8')
    .send(html[encoding ?? 'plain'])
}

/** The pages ask the API as a visitor would: what the API hides from strangers, no page can show. */
const callWith =
  (app: FastifyInstance): Call =>
  async (route, input) => {
    const [method, path] = route.split(' ') as ['GET', string]
    const rest = { ...input }
    const url = path.replace(/:(\w+)/g, (_, name: string) => {
      const value = encodeURIComponent(String(rest[name]))
      delete rest[name]
      return value
    })
    const query = new URLSearchParams(
      Object.entries(rest).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as [string, string]])),
    )
    const answer = await app.inject({ method, url: `${url}?${query}`, headers: ownCall })
    if (answer.statusCode >= 400) throw Object.assign(new Error(answer.json<{ title: string }>().title), answer.json<object>())
    return answer.json<unknown>()
  }

const fill = (template: string, head: string, body: string, state: string): string =>
  template
    .replace('<!--head-->', () => head)
    .replace('<!--app-->', () => body)
    .replace('<!--state-->', () => state)

const [deflate, squeeze] = [promisify(gzip), promisify(brotliCompress)]
async function encode(html: string): Promise<Encoded> {
  const plain = Buffer.from(html)
  const [zipped, br] = await Promise.all([
    deflate(plain, { level: 6 }),
    squeeze(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  ])
  return { plain, gzip: zipped, br }
}
