import { actingAsHeader } from '@corefans/shared/acting.ts'
import type { House } from '../../kernel/house.ts'
import { problem } from './problems.ts'
import { mayCall } from './rules.ts'
import { roleFor } from './store.ts'

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The one place where somebody becomes somebody else: a call that names an account is made for it if the caller's role
 * in its team allows that call, and refused otherwise. Asked of the database at each call, so a removal counts at once.
 */
export function actFor(house: House): void {
  house.mount.raw.addHook('preHandler', async (req) => {
    const named = req.headers[actingAsHeader]
    if (named === undefined) return
    const { account } = req.caller
    const role = account && typeof named === 'string' && isId.test(named) ? await roleFor(house.db, named, account) : undefined
    const path = req.url.split('?')[0] ?? ''
    if (!role || !mayCall(role, req.method, path)) throw problem['not-allowed']()
    req.caller = { ...req.caller, account: named as string }
  })
}
