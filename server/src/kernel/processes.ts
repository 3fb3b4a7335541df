import type { Role } from './config.ts'
import type { Db, Sql } from './db.ts'

const heartbeatMs = 10_000
/** A process that said nothing for this long is dead, or so far away that others do its work. */
export const deadAfterS = 45

export type ProcessEntry = {
  id: string
  /** From now on jobs may be taken under this name too. */
  takesJobsAs: (worker: string) => Promise<void>
  leave: () => Promise<void>
}

/** Enters this process among those that are alive, and keeps it there until it leaves. */
export async function enterProcess(db: Db, role: Role, onError: (err: unknown, what: string) => void): Promise<ProcessEntry> {
  const [row] = await db.sql<{ id: string }>('insert into processes (role) values ($1) returning id', [role])
  const { id } = row as { id: string }
  const workers: string[] = []
  // Whoever was taken for dead and is not, says all of itself again.
  const beat = () =>
    db.sql(
      `insert into processes (id, role, workers) values ($1, $2, $3)
       on conflict (id) do update set seen_at = now(), workers = excluded.workers`,
      [id, role, workers],
    )
  const timer = setInterval(() => void beat().catch((err: unknown) => onError(err, 'heartbeat')), heartbeatMs)
  return {
    id,
    takesJobsAs: async (worker) => {
      workers.push(worker)
      await beat()
    },
    leave: async () => {
      clearInterval(timer)
      await db.sql('delete from processes where id = $1', [id])
    },
  }
}

/** Takes dead processes out, and gives the jobs that nobody alive holds any more to whoever is. */
export async function buryProcesses(sql: Sql): Promise<void> {
  await sql(`delete from processes where seen_at < now() - ${deadAfterS} * interval '1 second'`)
  await sql(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
       from graphile_worker.jobs
      where locked_by is not null and locked_at < now() - ${deadAfterS} * interval '1 second'
        and not exists (select from processes where jobs.locked_by = any(processes.workers))
     having count(*) > 0`,
  )
}
