import { drained, fillPeople, settle } from './fill.ts'
import { fillThread, threadLength } from './fill-comments.ts'
import { type Load, lineOf, type Measured, startLoad } from './load.ts'
import { commentId, postId } from './names.ts'
import { middleOf, rounded } from './stats.ts'
import { type BenchWorld, say } from './world.ts'

const writing = { connections: 200, accounts: { first: 0, count: 20_000 }, crowd: 0 }
const reading = { connections: 20, viewers: 2_000 }
const seconds = 4
const rounds = 3

/** Writes on one hot post, by group commit and one by one in turns; then pages of a thread of 100,000 comments. */
export async function comments(world: BenchWorld): Promise<object> {
  await fillPeople(world.db)
  await fillThread(world.db)
  await settle(world.db)
  const load = startLoad(world)
  try {
    const writes = await write(world, load)
    const exact = await check(world, load)
    return {
      thread: threadLength,
      writes,
      exact,
      pages: await read(world, load),
      target: { writesPerSecond: 2_500, pagesPerSecond: 1_500, drift: 0 },
    }
  } finally {
    await load.stop()
  }
}

async function write(world: BenchWorld, load: Load): Promise<object> {
  const round = async (plain: boolean, forS = seconds) => {
    await drained(world.db)
    return load.run({ kind: 'comments', plain, ...writing, seconds: forS })
  }
  say('warming up')
  await round(false, 2)
  await round(true, 1)
  const batched: Measured[] = []
  const plain: Measured[] = []
  for (let turn = 0; turn < rounds; turn++) {
    batched.push(await round(false))
    say(lineOf('batched', batched.at(-1) as Measured))
    plain.push(await round(true))
    say(lineOf('plain', plain.at(-1) as Measured))
  }
  const perSecond = (runs: Measured[]) => runs.map((run) => run.perSecond)
  const [middle, middlePlain] = [middleOf(batched) as Measured, middleOf(plain) as Measured]
  return {
    connections: writing.connections,
    batched: middle,
    plain: middlePlain,
    all: { batched: perSecond(batched), plain: perSecond(plain) },
    ratio: rounded(middle.perSecond / middlePlain.perSecond, 1),
  }
}

async function read(world: BenchWorld, load: Load): Promise<object> {
  const pages = { first: '', best: '?order=best', deep: '' }
  const results: Record<string, object> = {}
  for (const name of Object.keys(pages) as (keyof typeof pages)[]) {
    const asks = Array.from({ length: reading.viewers }, (_, i) => ({
      path: `/api/posts/${postId(0)}/comments${name === 'deep' ? `?cursor=${cursorAt((i * 47) % threadLength)}` : pages[name]}`,
      account: i,
    }))
    await drained(world.db)
    const round = (forS: number) => load.run({ kind: 'get', asks, connections: reading.connections, seconds: forS })
    await round(2)
    const runs: Measured[] = []
    for (let turn = 0; turn < rounds; turn++) runs.push(await round(seconds))
    for (const run of runs) say(lineOf(`page ${name}`, run))
    results[name] = { ...middleOf(runs), all: runs.map((run) => run.perSecond) }
  }
  return { connections: reading.connections, ...results }
}

/** A place somewhere in the thread, as a page's cursor names it. */
const cursorAt = (nth: number): string =>
  Buffer.from(`${new Date(Date.now() - (threadLength - nth) * 1_000).toISOString().replace('Z', '000Z')}_${commentId(nth)}`).toString(
    'base64url',
  )

/** Every acknowledged comment stands once, and the stored counts equal a recount. */
async function check(world: BenchWorld, load: Load): Promise<object> {
  const acknowledged = [...(await load.acknowledged()).values()].reduce((sum, n) => sum + n, 0)
  const [row] = await world.db.sql<{ stored: number; rows: number; subjects: number }>(
    `select (select comments from comment_counts where subject_id = $1) as stored, (select count(*)::int from comments where subject_id = $1) as rows,
            (select count(*)::int from subjects where within_id = $1) as subjects`,
    [postId(1)],
  )
  const { stored = 0, rows = 0, subjects = 0 } = row ?? {}
  return { acknowledged, rows, stored, lost: Math.max(0, acknowledged - rows), drift: stored - rows, orphans: subjects - rows }
}
