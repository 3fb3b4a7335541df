import { z } from 'zod'
import type { Db } from '../kernel/db.ts'
import type { Case, Operation } from './fuzz-cases.ts'

export type Answered = { status: number; type: string; text: string }

/** What must never leave: stacks, statements, places on this machine. */
const insides = /\n\s+at |node_modules|\.[cm]?ts:\d|syntax error at|violates |relation "|duplicate key|insert into|\bpg_|FST_ERR/i
const Problem = z.looseObject({
  type: z.string().startsWith('/problems/'),
  title: z.string().min(1),
  status: z.number().int(),
  instance: z.string(),
})

/** Why this answer is not allowed, or null. */
export function complaint(operation: Operation, { status, type, text }: Answered): string | null {
  if (status >= 500) return `answered ${status}: ${text.slice(0, 200)}`
  if (status >= 400) return refusalComplaint(status, type, text)
  const declared = operation.responses[String(status)]
  if (!declared) return `answered ${status}, which the document does not know`
  const schema = declared.content?.['application/json']?.schema
  if (!schema) return text === '' ? null : `answered a body where none is declared`
  const { error } = validatorOf(operation, status, schema).safeParse(JSON.parse(text))
  return error ? `answered a body that breaks its schema: ${z.prettifyError(error)}` : null
}

function refusalComplaint(status: number, type: string, text: string): string | null {
  if (!type.startsWith('application/problem+json')) return `refused with ${status} as ${type}: ${text.slice(0, 200)}`
  const parsed = Problem.safeParse(JSON.parse(text))
  if (!parsed.success || parsed.data.status !== status) return `refused with ${status} and no problem document: ${text.slice(0, 200)}`
  const { instance: _echo, ...rest } = parsed.data
  return insides.test(JSON.stringify(rest)) ? `told its insides: ${text.slice(0, 300)}` : null
}

const validators = new Map<string, z.ZodType>()
function validatorOf({ method, path }: Operation, status: number, schema: object): z.ZodType {
  const key = `${method} ${path} ${status}`
  const known = validators.get(key) ?? z.fromJSONSchema(schema as never)
  validators.set(key, known)
  return known
}

export const told = (one: Case): string =>
  `${one.kind}: ${one.method} ${one.url.slice(0, 200)} ${JSON.stringify(one.headers)} ${String(one.payload ?? '').slice(0, 300)}`

/** What the kernel and the chain keep for themselves moves on its own; everything else is product. */
const own = [
  'outbox',
  'outbox_head',
  'event_cursors',
  'dead_events',
  'processes',
  'presence_here',
  'migrations',
  'chain_blocks',
  'chain_logs',
  'last_seen',
  'demo_clock',
  'counter_drifts',
]

/** A digest of every product table: equal digests, equal tables. */
export async function checksum(db: Db): Promise<string> {
  const tables = await db.pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and not tablename = any($1) order by 1`,
    [own],
  )
  // An upload that is refused leaves its reason, and nothing else, for a week.
  const rowsOf = (name: string) => (name === 'assets' ? `(select * from assets where state <> 'failed')` : name)
  const columns = (name: string) => (name === 'sessions' ? `(id, account_id, expires_at)::text` : 't::text')
  const parts = tables.rows.map(
    ({ name }) =>
      `select '${name} ' || coalesce(md5(string_agg(${columns(name)}, '|' order by ${columns(name)})), '') as digest from ${rowsOf(name)} t`,
  )
  const { rows } = await db.pool.query<{ digest: string }>(parts.join(' union all '))
  return rows
    .map((row) => row.digest)
    .sort()
    .join('\n')
}
