import { readFileSync } from 'node:fs'
import { fillPeople, settle } from './fill.ts'
import { median, rounded } from './stats.ts'
import { type BenchWorld, end, heard, say, startChild } from './world.ts'

const wanted = 10_000
const broadcasts = 7
type Heard = { allMs: number; ackMs: number; heardBy: number }

/** Signed-in sockets of one server process on one topic; each broadcast is a domain event that all of them hear. */
export async function sockets(world: BenchWorld): Promise<object> {
  const count = Math.min(wanted, openFileLimit() - 1_000)
  if (count < wanted)
    say(`the hard limit of open files is ${openFileLimit()}: ${count} sockets instead of ${wanted}; raise it with ulimit -Hn`)
  await fillPeople(world.db)
  await settle(world.db)
  const child = startChild('socket-process.ts')
  try {
    const emptyBytes = await world.residentBytes()
    child.send({ open: { port: world.port, count } })
    const { opened } = await heard<{ opened: { tookMs: number; refused: number } }>(child, 'opened')
    say(`${count} sockets open in ${rounded(opened.tookMs / 1_000, 1)} s, ${opened.refused} refused`)
    await new Promise((done) => setTimeout(done, 3_000))
    const fullBytes = await world.residentBytes()
    const runs: Heard[] = []
    for (let turn = 0; turn < broadcasts; turn++) {
      const before = world.cpu()
      child.send({ broadcast: turn })
      const { all } = await heard<{ all: Heard }>(child, 'all')
      runs.push(all)
      say(
        `heard by ${all.heardBy} in ${rounded(all.allMs, 0)} ms, ${rounded(all.allMs - all.ackMs, 0)} ms after the call was answered; server CPU ${world.cpu().server - before.server} ms`,
      )
    }
    return {
      sockets: count,
      ...opened,
      broadcastMs: rounded(median(runs.map((run) => run.allMs)), 0),
      all: runs.map((run) => rounded(run.allMs, 0)),
      lost: runs.reduce((sum, run) => sum + count - run.heardBy, 0),
      kilobytesEach: rounded((fullBytes - emptyBytes) / 1_024 / count, 1),
      errors: opened.refused,
      target: { sockets: wanted, broadcastMs: 300, kilobytesEach: 15 },
    }
  } finally {
    await end(child)
  }
}

function openFileLimit(): number {
  const line = readFileSync('/proc/self/limits', 'utf8')
    .split('\n')
    .find((text) => text.startsWith('Max open files'))
  return Number(/(\d+)\s+files/.exec(line ?? '')?.[1] ?? 1_024)
}
