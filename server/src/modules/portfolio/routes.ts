import { portfolio as contracts } from '@corefans/shared/contracts/index.ts'
import { statementMonth } from '@corefans/shared/contracts/portfolio.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { me, type Read, readOn } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { http } from '../../kernel/problems.ts'
import { portfolioCsv, statementCsv } from './files.ts'
import { readPortfolio } from './read-portfolio.ts'
import { readStatement } from './statement.ts'

export function routes(host: Host): void {
  const { mount } = host
  mount.query(contracts.readPortfolio, readPortfolio)
  mount.query(contracts.readStatement, readStatement)
  const readOf = (req: FastifyRequest): Read => {
    const read = readOn(host, req.caller)
    me(read)
    return read
  }
  const asMoney = { config: { actFor: contracts.readStatement.actFor } }
  mount.raw.get('/api/me/portfolio.csv', asMoney, async (req, reply) => asFile(reply, 'portfolio.csv', await portfolioCsv(readOf(req))))
  mount.raw.get('/api/me/statement.csv', asMoney, async (req, reply) => {
    const read = readOf(req)
    const asked = statementMonth.safeParse(req.query)
    if (!asked.success)
      throw http['invalid-input']({ issues: asked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) })
    return asFile(reply, `statement-${asked.data.month}.csv`, await statementCsv(read, asked.data))
  })
}

const asFile = (reply: FastifyReply, name: string, text: string) =>
  reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(text)
