import { readdirSync, readFileSync } from 'node:fs'
import { cpus, platform } from 'node:os'

export type Cpu = { server: number; database: number }
const tickMs = 10

/** CPU milliseconds of a process, and of its children living and dead when asked; 0 where there is no /proc. */
export function cpuOf(pid: number, withChildren = false): number {
  const own = statOf(pid)
  if (!own) return 0
  const [utime, stime, cutime, cstime] = own.slice(11, 15).map(Number) as [number, number, number, number]
  const mine = (utime + stime + (withChildren ? cutime + cstime : 0)) * tickMs
  return withChildren ? childrenOf(pid).reduce((sum, child) => sum + cpuOf(child), mine) : mine
}

export const childrenOf = (pid: number): number[] => {
  if (platform() !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(statOf(Number(name))?.[1]) === pid)
    .map(Number)
}

export const isPostgres = (pid: number): boolean =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]?.endsWith('bin/postgres') ?? false

/** The fields of /proc/<pid>/stat from the state on. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

/** Milliseconds that all processors of this machine were busy since it started. */
export const machineBusyMs = (): number => cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0)
