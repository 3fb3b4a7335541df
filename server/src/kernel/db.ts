import pg from 'pg'
import { Outage } from './errors.ts'
import { corkForTurn, departures, openPipeline, type Pipeline } from './pipeline.ts'

const int8 = 20
pg.types.setTypeParser(int8, Number) // counts and milliseconds; wei is numeric and stays text

export type Sql = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>
export type Db = { pool: pg.Pool; sql: Sql; close: () => Promise<void> }

const names = new Map<string, string>()
/** Statement texts are constants of the source, so each is parsed once a connection and planned by name. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

const lost = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  '53300',
])
const isLost = (err: unknown): boolean =>
  err instanceof Error &&
  (lost.has((err as { code?: string }).code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed and is not queryable/.test(
      err.message,
    ))

/** The same error, or an Outage where the database could not be reached. */
export const asOutage = (err: unknown): unknown => (isLost(err) ? new Outage('the database', err) : err)

const sqlOnPool =
  (pool: pg.ClientBase | pg.Pool): Sql =>
  async <Row extends object>(text: string, values: readonly unknown[] = []) => {
    try {
      return (await pool.query<Row>({ name: nameOf(text), text, values: values as unknown[] })).rows
    } catch (err) {
      throw asOutage(err)
    }
  }

const sqlOnPipeline =
  (pipe: Pipeline): Sql =>
  async <Row extends object>(text: string, values: readonly unknown[] = []) => {
    try {
      return await pipe.ask<Row>({ name: nameOf(text), text, values: values as unknown[] })
    } catch (err) {
      throw asOutage(err)
    }
  }

/** Statements of one connection, prepared by name; those asked for at once leave in one write and run one after another. */
export function sqlOn(client: pg.ClientBase): Sql {
  const run = sqlOnPool(client)
  return <Row extends object>(text: string, values?: readonly unknown[]) => {
    corkForTurn(client)
    return run<Row>(text, values)
  }
}

const departing = new WeakMap<Sql, () => Promise<Sql>>()
/** How look-ups whose answers callers may share leave together; null inside a transaction, which must see its own changes. */
export const departureOf = (sql: Sql): (() => Promise<Sql>) | null => departing.get(sql) ?? null

/** Two, so that one round is made ready while another is in the database. */
const pipelines = 2

/** PostgreSQL does not wait for the disk when these commit: after a crash of it the last moment of them never was, whole. */
const lateOnDisk = '-c synchronous_commit=off'

/** `isRedone`: what commits here is done again if it is lost, so nobody has to wait until it is on disk. */
export function openDb(url: string, max = 12, { isRedone = false } = {}): Db {
  const settings = {
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'corefans',
  }
  const pool = new pg.Pool({ ...settings, max, pipeline: true, ...(isRedone ? { options: lateOnDisk } : {}) })
  // A lost connection is reported by the query that needed it; without these listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const sql = sqlOnPool(pool)
  const pipes = Array.from({ length: Math.min(pipelines, max) }, () => openPipeline(settings))
  const sqls = new Map(pipes.map((pipe) => [pipe, sqlOnPipeline(pipe)]))
  const next = departures(pipes)
  departing.set(sql, async () => sqls.get(await next()) as Sql)
  return { pool, sql, close: async () => void (await Promise.all([pool.end(), ...pipes.map((pipe) => pipe.end())])) }
}
