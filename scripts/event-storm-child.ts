// One process of the event storm: the kernel without modules, as `web` (takes acts and sockets) or as `worker` (delivers).
import { readConfig } from '../server/src/kernel/config.ts'
import { nobody } from '../server/src/kernel/ctx.ts'
import { openDb } from '../server/src/kernel/db.ts'
import { openHost } from '../server/src/kernel/open-host.ts'
import { chance, subscriberNames, topicOwner } from './event-storm/plan.ts'

const config = readConfig(process.env)
const databaseUrl = config.databaseUrl as string
const host = await openHost({
  config,
  db: openDb(databaseUrl),
  databaseUrl,
  chain: {
    id: 31_337,
    name: 'none',
    symbol: 'CORE',
    explorerUrl: null,
    confirmations: 1,
    contracts: {},
    rpcUrl: config.chainRpcUrl as string,
    witnessUrls: [],
    fromBlock: 0n,
  },
  sessions: async () => null,
  openSessions: async () => new Set(),
})

host.topic('profile', async (_read, ids) => new Set(ids))
for (const name of subscriberNames)
  host.onCommitted(name, ['profile.counted'], async (ctx, { counters }) => {
    // Before and after the write: a try that fails halfway leaves nothing.
    if (Math.random() < chance.fails) throw new Error(`${name} stumbles`)
    await ctx.sql('insert into storm_handled (subscriber, act) values ($1, $2)', [name, counters.posts])
    if (Math.random() < chance.fails) throw new Error(`${name} stumbles late`)
  })
host.app.post('/act/:act', async (req) => {
  const act = Number((req.params as { act: string }).act)
  await host.transact(nobody, async (ctx) => {
    const fresh = await ctx.sql('insert into storm_acts (act) values ($1) on conflict do nothing returning 1', [act])
    const counters = { posts: act, images: 0, videos: 0, audio: 0, streams: 0, likes: 0, fans: 0 }
    if (fresh.length > 0) await ctx.emit({ type: 'profile.counted', accountId: topicOwner, counters })
  })
  return { act }
})
await host.run()
await host.app.listen({ port: config.port, host: '127.0.0.1' })
host.ready(true)
console.log('ready')
