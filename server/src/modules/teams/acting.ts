import { actingAsHeader, actingAsQuery } from '@corefans/shared/acting.ts'
import { isId } from '@corefans/shared/values/ids.ts'
import type { FastifyRequest } from 'fastify'
import type { Host } from '../../kernel/host.ts'
import { problem } from './problems.ts'
import { mayAct } from './rules.ts'
import { roleFor } from './store.ts'

/**
 * The one place where somebody becomes somebody else: a call that names an account is made for it if the caller's role
 * in its team has the permission that the route states (`actFor`), and refused otherwise. Asked of the database at each
 * call, so a removal counts at once.
 */
export function actFor(host: Host): void {
  host.mount.raw.addHook('preHandler', async (req) => {
    const named = accountNamedBy(req)
    if (named === undefined) return
    const { account } = req.caller
    const role = account && typeof named === 'string' && isId(named) ? await roleFor(host.db, named, account) : undefined
    if (!role || !account || !mayAct(role, req.routeOptions.config.actFor)) throw problem['not-allowed']()
    req.caller = { ...req.caller, account: named as string, member: account }
  })
}

/** Whom a call names: in the header, or in the address of what a browser asks for by itself. */
function accountNamedBy(req: FastifyRequest): unknown {
  const { [actingAsQuery]: inQuery, ...query } = req.query as Record<string, unknown>
  if (inQuery === undefined || !['GET', 'HEAD'].includes(req.method)) return req.headers[actingAsHeader]
  req.query = query
  return req.headers[actingAsHeader] ?? inQuery
}
