import { pathHere } from '@corefans/shared/values/path.ts'
import type { Host } from '../../kernel/host.ts'
import { findSuccessor } from './store/handles.ts'

const page = /^\/@([A-Za-z][A-Za-z0-9_]{1,19})(?=$|[/?])/

/**
 * The page of a handle that its owner left leads to the one they have now, with what stood behind it. Permanent in words,
 * and asked again each time: they may take it back.
 */
export function redirectHandles({ mount, db }: Host): void {
  mount.raw.addHook('onRequest', async (req, reply) => {
    const [asked, handle] = page.exec(req.url) ?? []
    if (!asked || !handle || !['GET', 'HEAD'].includes(req.method)) return
    const now = await findSuccessor(db, handle.toLowerCase())
    if (!now) return
    const there = pathHere(`/@${now}${req.url.slice(asked.length)}`) ?? `/@${now}`
    return reply.header('cache-control', 'private, no-cache').redirect(there, 301)
  })
}
