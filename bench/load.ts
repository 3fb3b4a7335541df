import type { ChildProcess } from 'node:child_process'
import { type Cpu, cpuOf, machineBusyMs } from './cpu.ts'
import { type Latency, rounded } from './stats.ts'
import { type BenchWorld, end, heard, startChild } from './world.ts'

type Crowd = { plain: boolean; accounts: { first: number; count: number }; crowd: number; startsAt: (account: number) => number }
type What =
  | ({ kind: 'likes' } & Crowd)
  | ({ kind: 'votes' } & Crowd)
  | ({ kind: 'comments' } & Crowd)
  | ({ kind: 'messages' } & Crowd)
  | { kind: 'get'; asks: { path: string; account: number | null }[] }
export type Round = { port: number; connections: number; seconds: number } & What
export type Scores = Latency & { requests: number; perSecond: number; tookS: number; errors: Record<string, number> }
export type Measured = Scores & { statements: number; serverCpuMs: number; databaseCpuMs: number; clientCpuMs: number; otherCores: number }
type Sent<R> = R extends { startsAt: unknown } ? Omit<R, 'startsAt'> : R
export type Plan = Sent<Round extends infer R ? (R extends Round ? Omit<R, 'port'> : never) : never>

export type Load = { run: (plan: Plan) => Promise<Measured>; acknowledged: () => Promise<Map<number, number>>; stop: () => Promise<void> }

/** A load client in its own process. CPU figures are milliseconds a request; `otherCores` is what others on this machine used meanwhile. */
export function startLoad(world: BenchWorld): Load {
  const child: ChildProcess = startChild('load-process.ts')
  const pid = child.pid as number
  return {
    run: async (plan) => {
      const statementsBefore = await statementsOf(world)
      const before = { ...world.cpu(), client: cpuOf(pid), busy: machineBusyMs() }
      await world.profile(true)
      child.send({ run: { ...plan, port: world.port } })
      const { scores } = await heard<{ scores: Scores }>(child, 'scores')
      await world.profile(false)
      const after = { ...world.cpu(), client: cpuOf(pid), busy: machineBusyMs() }
      const each = (name: keyof Cpu | 'client') => rounded((after[name] - before[name]) / Math.max(1, scores.requests), 3)
      const ours = (['server', 'database', 'client'] as const).reduce((sum, name) => sum + after[name] - before[name], 0)
      return {
        ...scores,
        statements: rounded(((await statementsOf(world)) - statementsBefore) / Math.max(1, scores.requests), 1),
        serverCpuMs: each('server'),
        databaseCpuMs: each('database'),
        clientCpuMs: each('client'),
        otherCores: rounded(Math.max(0, after.busy - before.busy - ours) / (scores.tookS * 1_000)),
      }
    },
    acknowledged: async () => {
      child.send({ acknowledged: true })
      return new Map((await heard<{ states: [number, number][] }>(child, 'states')).states)
    },
    stop: () => end(child),
  }
}

/** Transactions of this database so far; outside a transaction each statement is one. */
async function statementsOf({ db }: BenchWorld): Promise<number> {
  await new Promise((done) => setTimeout(done, 1_100)) // backends report at most once a second
  const [row] = await db.sql<{ n: number }>('select xact_commit as n from pg_stat_database where datname = current_database()')
  return row?.n ?? 0
}

/** One line a round, for whoever watches. */
export const lineOf = (name: string, m: Measured): string =>
  `${name.padEnd(9)} ${String(m.perSecond).padStart(6)}/s  p50 ${m.p50} ms  p99 ${m.p99} ms  ${m.statements} transactions  CPU ms/request: server ${m.serverCpuMs}, database ${m.databaseCpuMs}, client ${m.clientCpuMs}  others used ${m.otherCores} cores  errors ${JSON.stringify(m.errors)}`
