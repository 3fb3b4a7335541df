import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Db, openDb } from '../kernel/db.ts'
import { aDatabase } from '../testing/database.ts'
import { openSocket } from '../testing/socket.ts'
import { aDataDir, type Child, pause, removeDataDir, startCoreFans } from './child.ts'
import { aCrowd, audit, type Stormer, send, storm, type Target } from './storm.ts'

const slow = 300_000
type Role = 'web' | 'worker' | 'watcher'
const names = ['first', 'second', 'worker', 'watcher'] as const
const roleOf = (name: (typeof names)[number]): Role => (name === 'worker' || name === 'watcher' ? name : 'web')

let dataDir: string
let url: string
let db: Db
let crowd: Stormer[]
const running = new Map<string, Child>()

const start = async (name: (typeof names)[number]): Promise<void> => {
  const contracts = Object.entries(inject('contracts')).map(([key, address]) => `${key}=${address}`)
  const shared = { DATABASE_URL: url, CHAIN_RPC_URL: inject('rpcUrl'), CHAIN_CONTRACTS: contracts.join(',') }
  running.set(name, await startCoreFans({ ...shared, ROLE: roleOf(name), DATA_DIR: dataDir }))
}
const kill = async (name: string): Promise<void> => {
  running.get(name)?.process.kill('SIGKILL')
  await running.get(name)?.ended
}
const child = (name: string) => running.get(name) as Child

beforeAll(async () => {
  dataDir = aDataDir()
  url = await aDatabase()
  db = openDb(url, 2)
  crowd = await aCrowd(db, 60)
  for (const name of names) await start(name)
}, slow)
afterAll(async () => {
  for (const name of running.keys()) await kill(name)
  await db.close()
  removeDataDir(dataDir)
})

test(
  'D3 two web processes, a worker and a watcher on one database: each is killed in turn in a storm on both, and nothing is lost, doubled or drifted',
  async () => {
    const [even, odd] = [crowd.filter((_, i) => i % 2 === 0), crowd.filter((_, i) => i % 2 === 1)]
    const answer = await send(child('first'), crowd[0] as Stormer, 'POST /api/posts', {
      body: { text: 'Hot', poll: { options: ['A', 'B', 'C'] } },
    })
    const post = (await answer.json()) as { id: string; poll: { id: string } }
    const target = (name: string): Target => ({ ...child(name), postId: post.id, pollId: post.poll.id })
    for (const name of names) {
      const progress = [even, odd].map(() => ({ over: false, acknowledged: 0 }))
      const storms = ['first', 'second'].map((web, i) => storm(target(web), (i === 0 ? even : odd) as Stormer[], progress[i] as never))
      while (progress.some(({ acknowledged }) => acknowledged < 60)) await pause(5)
      await kill(name)
      const after = progress.map(({ acknowledged }) => acknowledged)
      await start(name)
      // Whoever was not killed went on.
      const others = progress.filter((_, i) => ['first', 'second'][i] !== name)
      await expect.poll(() => others.every(({ acknowledged }, i) => acknowledged > (after[i] ?? 0)), { timeout: 60_000 }).toBe(true)
      for (const one of progress) one.over = true
      await Promise.all(storms)
      expect(await audit(db, target('first'), crowd)).toEqual([])
    }
  },
  slow,
)

test(
  'D3 what is done at one web process is heard at the other, and whoever is at one is present at both',
  async () => {
    const [maya, fan] = crowd as [Stormer, Stormer]
    const [first, second] = [child('first'), child('second')]
    const cookie = (who: Stormer, at: Child) => `corefans_${at.port}=${who.token}`
    const socket = await openSocket(`${second.url.replace('http', 'ws')}/api/realtime`, cookie(fan, second))
    const answer = await send(first, maya, 'POST /api/posts', { body: { text: 'Here' } })
    const post = (await answer.json()) as { id: string }
    await socket.join(`post:${post.id}`)
    await send(first, fan, `PUT /api/posts/${post.id}/like`)
    await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'subject.liked')
    const handle = (await db.sql<{ handle: string }>('select handle from profiles where account_id = $1', [fan.account]))[0]?.handle
    const stateAt = async (at: Child) =>
      ((await (await send(at, maya, `GET /api/presence?handles=${handle}`)).json()) as { items: { state: string }[] }).items[0]?.state
    await expect.poll(() => stateAt(first), { timeout: 30_000 }).toBe('online')
    expect(await stateAt(second)).toBe('online')
    // The worker makes notifications of what happened at any of them.
    await expect
      .poll(
        async () =>
          (await db.sql('select 1 from notifications where account_id = $1 and href = $2', [maya.account, `/post/${post.id}`])).length,
        { timeout: 30_000 },
      )
      .toBe(1)
    socket.close()
  },
  slow,
)
