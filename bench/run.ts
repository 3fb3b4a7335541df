// `npm run bench -- likes`: one measurement in a world of its own. Progress on stderr; the last line of stdout is the result as JSON.
import { comments } from './comments.ts'
import { gas } from './gas.ts'
import { hot } from './hot.ts'
import { indexer } from './indexer.ts'
import { ledger } from './ledger.ts'
import { messages } from './messages.ts'
import { newcomer } from './newcomer.ts'
import { feed, profile } from './reads.ts'
import { reorg } from './reorg.ts'
import { sockets } from './sockets.ts'
import { machine } from './stats.ts'
import { timeline } from './timeline.ts'
import { web } from './web.ts'
import { type BenchWorld, say, startBenchWorld } from './world.ts'

const inWorld =
  (measure: (world: BenchWorld) => Promise<object>) =>
  async (opened: (stop: () => Promise<void>) => void): Promise<object> => {
    const world = await startBenchWorld()
    opened(world.stop)
    return measure(world)
  }
const benches: Record<string, (opened: (stop: () => Promise<void>) => void) => Promise<object>> = {
  likes: inWorld((world) => hot('likes', world)),
  comments: inWorld(comments),
  messages: inWorld(messages),
  votes: inWorld((world) => hot('votes', world)),
  feed: inWorld(feed),
  profile: inWorld(profile),
  timeline: inWorld(timeline),
  ledger: inWorld(ledger),
  reorg: inWorld(reorg),
  sockets: inWorld(sockets),
  gas,
  indexer,
  newcomer,
  web,
}

const name = process.argv[2] ?? ''
const bench = benches[name]
if (!bench) {
  console.error(`npm run bench -- ${Object.keys(benches).join(' | ')}`)
  process.exit(1)
}

const closers: (() => Promise<void>)[] = []
let ending: Promise<void> | null = null
const close = () => {
  ending ??= (async () => {
    for (const stop of closers.splice(0).reverse()) await stop()
  })()
  return ending
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close().then(() => process.exit(130)))

try {
  const result = await bench((stop) => closers.push(stop))
  await close()
  console.log(JSON.stringify({ bench: name, ...result, machine: machine() }))
} catch (err) {
  if (!ending) console.error(err)
  await close()
  process.exitCode = 1
}
say('everything is stopped and removed')
