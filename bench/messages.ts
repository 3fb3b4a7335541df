import { drained, fillPeople, settle } from './fill.ts'
import { type Load, lineOf, type Measured, startLoad } from './load.ts'
import { sqlId } from './names.ts'
import { middleOf } from './stats.ts'
import { type BenchWorld, end, heard, say, startChild } from './world.ts'

/** Conversation n is of the accounts 2n and 2n + 1. */
const threads = 2_000
const people = threads * 2
const devices = 2
const connections = 200
const seconds = 4
const rounds = 3

/** Lines of 4,000 people in 2,000 conversations, each stored and told to two devices of both sides. */
export async function messages(world: BenchWorld): Promise<object> {
  await fillPeople(world.db)
  await fillThreads(world)
  await settle(world.db)
  const load = startLoad(world)
  const child = startChild('socket-process.ts')
  try {
    child.send({ open: { port: world.port, count: people * devices, devices } })
    const { opened } = await heard<{ opened: { tookMs: number; refused: number } }>(child, 'opened')
    say(`${people * devices} devices listen, ${opened.refused} refused`)
    const runs = await send(world, load)
    const acknowledged = [...(await load.acknowledged()).values()].reduce((sum, n) => sum + n, 0)
    return {
      ...middleOf(runs),
      all: runs.map((run) => run.perSecond),
      devices: people * devices,
      exact: await check(world, child, acknowledged),
      target: { perSecond: 3_000, drift: 0 },
    }
  } finally {
    await end(child)
    await load.stop()
  }
}

async function fillThreads(world: BenchWorld): Promise<void> {
  const [thread, first, second] = [sqlId('thread', 'i'), sqlId('account', '2 * i'), sqlId('account', '2 * i + 1')]
  const all = `generate_series(0, ${threads - 1}) i`
  const both = `(values (${first}), (${second})) as m(account)`
  for (const statement of [
    `insert into subjects (id, kind, owner_id, gate) select ${thread}, 'thread', ${first}, '{"anyOf":[]}' from ${all}`,
    `insert into threads (id, kind, pair, begun_by, created_at, last_at) select ${thread}, 'direct', 'pair ' || i, ${first}, now(), now() from ${all}`,
    `insert into subject_members (subject_id, account_id) select ${thread}, m.account from ${all}, lateral ${both}`,
    `insert into thread_members (thread_id, account_id, folder, has_written, last_at) select ${thread}, m.account, 'inbox', true, now() from ${all}, lateral ${both}`,
  ])
    await world.db.pool.query(statement)
}

async function send(world: BenchWorld, load: Load): Promise<Measured[]> {
  const round = async (forS: number) => {
    await drained(world.db)
    return load.run({ kind: 'messages', plain: false, connections, accounts: { first: 0, count: people }, crowd: 0, seconds: forS })
  }
  say('warming up')
  await round(2)
  const runs: Measured[] = []
  for (let turn = 0; turn < rounds; turn++) {
    runs.push(await round(seconds))
    say(lineOf('sends', runs.at(-1) as Measured))
  }
  return runs
}

/** Every acknowledged line is stored once, every device of both sides has heard it, and every count equals a recount. */
async function check(world: BenchWorld, child: ReturnType<typeof startChild>, acknowledged: number): Promise<object> {
  await drained(world.db)
  const [stored] = await world.db.sql<{ lines: number; gaps: number; drifts: number }>(
    `select (select count(*)::int from messages) as lines,
            (select count(*)::int from threads t where t.last_seq <> (select count(*) from messages m where m.thread_id = t.id)) as gaps,
            (select count(*)::int from inbox_counts c where c.unread <> (select sum(unread) from thread_members m where m.account_id = c.account_id)) as drifts`,
  )
  await new Promise((done) => setTimeout(done, 2_000))
  child.send({ heardSoFar: true })
  const { heardSoFar } = await heard<{ heardSoFar: { n: number } }>(child, 'heardSoFar')
  return { acknowledged, ...stored, eventsHeardByDevices: heardSoFar.n }
}
