import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contract } from '@corefans/shared/contract.ts'
import type { FastifyInstance } from 'fastify'
import { declaredProblems } from '../errors.ts'
import { http } from '../problems.ts'
import { openApi } from './openapi.ts'

const words = join(import.meta.dirname, '../../../../docs/problems')
const css = `:root{color-scheme:light dark;--ink:light-dark(#1d1217,#f8f1ee);--soft:light-dark(#64535a,#bcacb2);--line:light-dark(#e9dfd8,#33272d);--brand:light-dark(#b82c0c,#ff8a66)}
body{margin:0;background:light-dark(#faf6f2,#120c0f);color:var(--ink);font:400 16px/1.6 ui-sans-serif,system-ui,sans-serif}main{max-width:760px;margin:0 auto;padding:40px 20px}
h1{font-size:28px;letter-spacing:-.03em}h2{font-size:17px;margin:32px 0 4px}a{color:var(--brand)}code{font-size:14px;overflow-wrap:anywhere}p{margin:4px 0;color:var(--soft)}section{border-top:1px solid var(--line);padding:8px 0}`
const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)} · CoreFans</title><link rel="stylesheet" href="/api/docs.css"></head><body><main>${body}</main></body></html>`

/** /api/openapi.json, its readable twin /api/docs, and a page for each problem type. */
export function serveDocs(app: FastifyInstance, contracts: () => readonly Contract[], publicUrl: string): void {
  app.get('/api/openapi.json', async (_req, reply) => reply.send(openApi(contracts(), publicUrl)))
  app.get('/api/docs.css', async (_req, reply) => reply.type('text/css').send(css))
  app.get('/api/docs', async (_req, reply) => reply.type('text/html; charset=utf-8').send(page('API', describe(contracts()))))
  app.get('/problems/:module/:reason', async (req, reply) => {
    const { module, reason } = req.params as { module: string; reason: string }
    const row = declaredProblems().find((table) => table.module === module && table.rows[reason])?.rows[reason]
    if (!row) throw http.unknown()
    return reply
      .type('text/html; charset=utf-8')
      .send(
        page(
          row[1],
          `<h1>${escaped(row[1])}</h1><p>Status ${row[0]} · <code>/problems/${module}/${reason}</code></p>${paragraph(module, reason)}`,
        ),
      )
  })
}

function paragraph(module: string, reason: string): string {
  const file = join(words, module, `${reason}.md`)
  if (!existsSync(file)) return ''
  const [, ...lines] = readFileSync(file, 'utf8').split('\n')
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .filter((text) => text.trim())
    .map((text) => `<p>${escaped(text.trim())}</p>`)
    .join('')
}

function describe(contracts: readonly Contract[]): string {
  const sections = contracts.map(({ route, summary, who, problems }) => {
    const refusals = problems.map((code) => `<a href="/problems/${code}">${code}</a>`).join(' · ')
    return `<section><h2><code>${escaped(route)}</code></h2><p>${escaped(summary)}${who === 'account' ? ' · signed in' : ''}</p>${refusals ? `<p>${refusals}</p>` : ''}</section>`
  })
  return `<h1>CoreFans API</h1><p>The same contracts as <a href="/api/openapi.json">openapi.json</a>. Refusals are problem documents (RFC 9457); lists take <code>limit</code> and <code>cursor</code>; the live side is the WebSocket <code>/api/realtime</code>.</p>${sections.join('')}`
}
