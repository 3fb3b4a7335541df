import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../testing/database.ts'
import { buryProcesses, enterProcess, type ProcessEntry } from './processes.ts'

const database = useDatabase()
const entered: ProcessEntry[] = []
const enter = async (role: 'web' | 'worker') => {
  const entry = await enterProcess(database().db, role, () => {})
  entered.push(entry)
  return entry
}
const alive = async () => (await database().db.sql<{ role: string }>('select role from processes order by role')).map(({ role }) => role)
/** It was not heard of for so long. */
const fallSilent = (id: string, seconds: number) =>
  database().db.sql(`update processes set seen_at = now() - $2 * interval '1 second' where id = $1`, [id, seconds])
/** A job that a worker began so long ago. */
async function begun(worker: string, seconds: number): Promise<void> {
  const { sql } = database().db
  const [job] = await sql<{ id: string }>(`select (graphile_worker.add_job('work')).id`)
  await sql(`update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - $3 * interval '1 second' where id = $1`, [
    job?.id,
    worker,
    seconds,
  ])
}
const locked = async () =>
  (await database().db.sql<{ locked_by: string | null }>('select locked_by from graphile_worker.jobs order by id')).map(
    (row) => row.locked_by,
  )

beforeEach(() => database().db.sql('delete from graphile_worker._private_jobs'))
afterEach(async () => {
  for (const entry of entered.splice(0)) await entry.leave()
})

describe('D3 processes', () => {
  test('are known while they live, and gone when they leave', async () => {
    const [web] = [await enter('web'), await enter('worker')]
    expect(await alive()).toEqual(['web', 'worker'])
    await web.leave()
    expect(await alive()).toEqual(['worker'])
  })

  test('that were silent for long are dead, and those that were silent for a moment are not', async () => {
    const [dead, tired] = [await enter('web'), await enter('worker')]
    await fallSilent(dead.id, 46)
    await fallSilent(tired.id, 30)
    await buryProcesses(database().db.sql)
    expect(await alive()).toEqual(['worker'])
  })

  test('what a dead one had begun is given to others; what a living one does stays with it, however long it takes', async () => {
    const [dead, living] = [await enter('worker'), await enter('worker')]
    await dead.takesJobsAs('worker-dead')
    await living.takesJobsAs('worker-living')
    await begun('worker-dead', 60)
    await begun('worker-living', 3_600)
    await begun('worker-of-nobody', 10)
    await fallSilent(dead.id, 60)
    await buryProcesses(database().db.sql)
    expect(await locked()).toEqual([null, 'worker-living', 'worker-of-nobody'])
    await buryProcesses(database().db.sql)
    expect(await locked()).toEqual([null, 'worker-living', 'worker-of-nobody'])
  })

  test('one that was taken for dead and is not says all of itself again', async () => {
    const entry = await enter('worker')
    await entry.takesJobsAs('first')
    await fallSilent(entry.id, 100)
    await buryProcesses(database().db.sql)
    await entry.takesJobsAs('second')
    expect(await database().db.sql('select role, workers from processes where id = $1', [entry.id])).toEqual([
      { role: 'worker', workers: ['first', 'second'] },
    ])
  })
})
