// The server of a bench, in a process of its own: started, filled and stopped by the bench over its message channel.
import { mkdirSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { comments, feed, polls, reactions } from '@corefans/shared/contracts/index.ts'
import { compose } from '../server/src/compose.ts'
import { type EmbeddedChain, startChain } from '../server/src/embedded/chain.ts'
import { freePort } from '../server/src/embedded/free-port.ts'
import { outsideChain } from '../server/src/embedded/outside-chain.ts'
import { startPostgres } from '../server/src/embedded/postgres.ts'
import { type Config, readConfig } from '../server/src/kernel/config.ts'
import { type Ctx, me } from '../server/src/kernel/ctx.ts'
import { type Db, openDb } from '../server/src/kernel/db.ts'
import { migrate } from '../server/src/kernel/migrate.ts'
import type { OpenHost } from '../server/src/kernel/open-host.ts'
import { writeComment } from '../server/src/modules/comments/index.ts'
import { readFeed } from '../server/src/modules/feed/index.ts'
import { castVotes } from '../server/src/modules/polls/index.ts'
import { setLikes } from '../server/src/modules/reactions/index.ts'

const closers: (() => Promise<void>)[] = []
/** Load is what is measured, not the limits on it. */
const rateFactor = 1e6

async function start(): Promise<void> {
  const port = await freePort()
  const asked = readConfig({ ...process.env, PORT: String(port), HOST: '127.0.0.1', DEMO: '0', LOG_LEVEL: 'error' })
  const config = { ...asked, rateFactor }
  mkdirSync(config.dataDir, { recursive: true })
  const postgres = await startPostgres(config.dataDir)
  closers.push(postgres.stop)
  const db = openDb(postgres.url)
  await migrate(db)
  const chain = await chainFor(config, db)
  closers.push(chain.stop)
  const corefans = await compose({ config, db, databaseUrl: postgres.url, chain: chain.settings })
  closers.push(corefans.stop)
  mountPlain(corefans.host)
  await corefans.host.app.listen({ port, host: config.host })
  corefans.host.ready(true)
  process.send?.({ ready: { port, url: config.publicUrl, databaseUrl: postgres.url } })
}

/** A chain of the bench's own making, or a new one. */
async function chainFor(config: Config, db: Db): Promise<Pick<EmbeddedChain, 'settings' | 'stop'>> {
  if (config.chainRpcUrl === null) return startChain(config.dataDir, db)
  return { settings: await outsideChain(config, config.chainRpcUrl), stop: async () => {} }
}

/**
 * The forms to compare with: each call is one command in one transaction with its own outbox row, and a page is read in a
 * transaction, which shares no look-up and remembers nothing.
 */
function mountPlain(host: OpenHost): void {
  const { mount, transact } = host
  mount.query({ ...feed.readFeed, route: 'GET /api/plain/feed' }, (read, input) =>
    transact(read.caller, (ctx) => readFeed(host)(ctx, input)),
  )
  const setOne =
    (liked: boolean) =>
    async (ctx: Ctx, { postId }: { postId: string }) => {
      const [outcome] = await setLikes(ctx, [{ subjectId: postId, kind: 'post', account: me(ctx), liked }])
      if (!outcome || outcome instanceof Error) throw outcome
      return outcome
    }
  mount.command({ ...reactions.like, route: 'PUT /api/plain/posts/:postId/like' }, setOne(true))
  mount.command({ ...reactions.unlike, route: 'DELETE /api/plain/posts/:postId/like' }, setOne(false))
  mount.command({ ...polls.castVotes, route: 'POST /api/plain/polls/:pollId/votes' }, async (ctx, { pollId, optionIds }) => {
    const [outcome] = await castVotes(ctx, [{ pollId, voter: me(ctx), optionIds }])
    if (!outcome || outcome instanceof Error) throw outcome
    return outcome
  })
  mount.command({ ...comments.createComment, route: 'POST /api/plain/posts/:postId/comments' }, writeComment(host))
}

const stop = async () => {
  for (const close of closers.splice(0).reverse()) await close()
  process.exit(0)
}
process.on('disconnect', () => void stop())
const memory = () => {
  globalThis.gc?.()
  process.send?.({ memory: process.memoryUsage().rss })
}
const inspector = new Session()
/** BENCH_PROFILE names a directory: where the time of each measured round goes, for Chrome's DevTools. */
const profile = async (isOn: boolean) => {
  const directory = process.env.BENCH_PROFILE
  if (!directory) return
  if (isOn) {
    inspector.connect()
    await inspector.post('Profiler.enable')
    await inspector.post('Profiler.start')
  } else {
    const { profile: found } = await inspector.post('Profiler.stop')
    inspector.disconnect()
    writeFileSync(join(directory, `round-${Date.now()}.cpuprofile`), JSON.stringify(found))
  }
}
process.on('message', ({ ask }: { ask?: string }) => {
  if (ask === 'memory') memory()
  if (ask === 'profile' || ask === 'profiled') void profile(ask === 'profile').then(() => process.send?.({ profiling: true }))
})
await start().catch(async (err: unknown) => {
  process.send?.({ failed: err instanceof Error ? err.message : String(err) })
  await stop()
})
