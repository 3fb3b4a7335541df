import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { http } from '../problems.ts'
import { rateLimiter } from '../rate-limit.ts'

/** Points a minute of one account, and of one address: two hundred reads a second go on for ever. */
const pointsAMinute = 12_000
export const renderCost = 100

/** Of this process only: what a page that we render asks ourselves was paid for by its rendering. */
const ours = crypto.randomUUID()
export const ownCall = { 'x-own-call': ours }

export type ReadLimits = { render: (req: FastifyRequest) => void }

/** Limits GET and HEAD by cost: a read is one point of its account, or of its address for a visitor; rendering a page is a hundred. */
export function limitReads(app: FastifyInstance, { rateFactor }: Pick<Config, 'rateFactor'>): ReadLimits {
  const take = rateLimiter()
  const refusal = ({ caller }: FastifyRequest, cost: number) => {
    const wait = take(caller.account ?? caller.address, pointsAMinute * rateFactor, cost)
    return wait > 0 ? http['too-many-requests']({ retryAfterS: wait }) : undefined
  }
  app.addHook('preHandler', (req, _reply, done) => {
    const isRead = req.method === 'GET' || req.method === 'HEAD'
    const isFree = !isRead || req.routeOptions.url?.startsWith('/api/health') || req.headers['x-own-call'] === ours
    done(isFree ? undefined : refusal(req, 1))
  })
  return {
    render: (req) => {
      const refused = refusal(req, renderCost)
      if (refused) throw refused
    },
  }
}
