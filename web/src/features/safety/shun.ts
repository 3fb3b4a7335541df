import type { QueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidateServer } from '../../lib/query.ts'
import { toast } from '../../ui/toast.ts'

export type Somebody = { handle: string; name: string }
const routes = {
  block: { true: 'PUT /api/blocks/:handle', false: 'DELETE /api/blocks/:handle' },
  mute: { true: 'PUT /api/mutes/:handle', false: 'DELETE /api/mutes/:handle' },
} as const
const said = { block: { true: 'blocked', false: 'unblocked' }, mute: { true: 'muted', false: 'unmuted' } } as const

/** Blocks or mutes somebody, or takes it back; every list on the page is asked for anew. */
export async function shun(queries: QueryClient, { handle, name }: Somebody, how: 'block' | 'mute', stands: boolean): Promise<void> {
  const key = String(stands) as 'true' | 'false'
  try {
    await api(routes[how][key], { handle })
    toast(`${name} is ${said[how][key]}`)
    await invalidateServer(queries)
  } catch (error) {
    toast(`${sentenceOf(error)}. Nothing was changed.`)
  }
}
