import { afterEach, describe, expect, test } from 'vitest'
import { openDb } from '../kernel/db.ts'
import { aDataDir, type Child, databaseOf, pause, processesOf, removeDataDir, spawnCoreFans, startCoreFans } from './child.ts'
import { aCrowd, audit, postOnce, type Stormer, send, storm, type Target } from './storm.ts'

const slow = 180_000
const kills = 3
const crowdSize = 120
const directories: string[] = []
const place = (mode?: number) => {
  const dataDir = aDataDir(mode)
  directories.push(dataDir)
  return dataDir
}
afterEach(async () => {
  for (const dataDir of directories.splice(0)) {
    for (const line of processesOf(dataDir)) process.kill(Number(line.split(' ')[0]), 'SIGKILL')
    removeDataDir(dataDir)
  }
})
const nothingLeft = (dataDir: string) => expect.poll(() => processesOf(dataDir), { timeout: 25_000, interval: 200 }).toEqual([])
const ending = async (child: Child, signal: NodeJS.Signals) => {
  child.process.kill(signal)
  return child.ended
}

test(
  `kill -9: ${kills} times in a storm of votes, likes and posts: nothing acknowledged is lost, nothing stands twice, counters equal a recount, no process is left`,
  async () => {
    const dataDir = place()
    let server = await startCoreFans({ DATA_DIR: dataDir })
    let db = openDb(databaseOf(dataDir), 2)
    const crowd = await aCrowd(db, crowdSize)
    const { postId, pollId } = await aHotPost(server, crowd[0] as Stormer)
    const counts: number[] = []
    for (let kill = 0; kill < kills; kill++) {
      const target: Target = { url: server.url, port: server.port, postId, pollId }
      const progress = { over: false, acknowledged: 0 }
      const storming = storm(target, crowd, progress)
      while (progress.acknowledged < crowdSize * (2 + kill)) await pause(5)
      await ending(server, 'SIGKILL')
      progress.over = true
      await storming
      counts.push(progress.acknowledged)
      await db.close()
      server = await startCoreFans({ DATA_DIR: dataDir })
      db = openDb(databaseOf(dataDir), 2)
      expect(await audit(db, target, crowd)).toEqual([])
    }
    console.log(`acknowledged before each kill: ${counts.join(', ')}`)
    await retriesArePostedOnce({ url: server.url, port: server.port, postId, pollId }, crowd)
    expect(await audit(db, { url: server.url, port: server.port, postId, pollId }, crowd)).toEqual([])
    await db.close()
    await ending(server, 'SIGKILL')
    await nothingLeft(dataDir)
  },
  slow,
)

async function aHotPost(server: Child, author: Stormer): Promise<{ postId: string; pollId: string }> {
  const answer = await send(server, author, 'POST /api/posts', { body: { text: 'Hot', poll: { options: ['A', 'B', 'C'] } } })
  const post = (await answer.json()) as { id: string; poll: { id: string } }
  return { postId: post.id, pollId: post.poll.id }
}

/** Whoever got no answer asks again with the same key: the post is there once. */
async function retriesArePostedOnce(target: Target, crowd: readonly Stormer[]): Promise<void> {
  const unanswered = crowd.flatMap((one) => one.posted.filter((entry) => !entry.acknowledged).map((entry) => ({ one, entry })))
  for (const { one, entry } of unanswered) entry.acknowledged = await postOnce(target, one, entry.key)
  expect(unanswered.every(({ entry }) => entry.acknowledged)).toBe(true)
}

test(
  'two worlds run on one machine at once, and each ends on SIGTERM with code 0 and leaves no process behind',
  async () => {
    const directories = [place(), place()] as const
    const worlds = await Promise.all(directories.map((dataDir) => startCoreFans({ DATA_DIR: dataDir })))
    for (const { url } of worlds) expect((await fetch(`${url}/api/health`)).status).toBe(200)
    const taken = await spawnCoreFans({ DATA_DIR: directories[0], PORT: String(worlds[0]?.port) })
    expect(await taken.ended).toBe(1)
    expect(taken.output()).toContain('DATA_DIR')
    expect(await Promise.all(worlds.map((world) => ending(world, 'SIGTERM')))).toEqual([0, 0])
    for (const dataDir of directories) await nothingLeft(dataDir)
  },
  slow,
)

describe('a wrong value is one clear line and exit code 1', () => {
  const nobody = 'postgres://nobody:x@127.0.0.1:1/none'
  const wrong: [variable: string, value: string][] = [
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', nobody],
    ['CHAIN_RPC_URL', 'ftp://localhost'],
    ['CHAIN_RPC_URL', 'http://127.0.0.1:1'],
    ['PUBLIC_URL', 'corefans'],
    ['DEMO', 'yes'],
    ['HOST', '203.0.113.7'],
  ]
  test.each(wrong)(
    '%s=%s',
    async (variable, value) => {
      const dataDir = place()
      const child = await spawnCoreFans({ DATA_DIR: dataDir, [variable]: value })
      expect(await child.ended).toBe(1)
      const complaints = child
        .output()
        .split('\n')
        .filter((line) => line !== '' && !/^\s*\d+\.\d s {2}/.test(line))
      expect(complaints).toHaveLength(1)
      expect(complaints[0]).toContain(variable)
      await nothingLeft(dataDir)
    },
    slow,
  )

  test(
    'a PORT that is in use',
    async () => {
      const { createServer } = await import('node:net')
      const other = createServer().listen(0, '127.0.0.1')
      await new Promise((done) => other.once('listening', done))
      const port = String((other.address() as { port: number }).port)
      const child = await spawnCoreFans({ DATA_DIR: place(), PORT: port })
      expect(await child.ended).toBe(1)
      expect(child.output()).toContain(`PORT ${port} is in use`)
      other.close()
    },
    slow,
  )
})

test.runIf(process.getuid?.() === 0)(
  'root can start with data under a directory that only root may enter',
  async () => {
    const dataDir = place(0o700)
    const world = await startCoreFans({ DATA_DIR: dataDir })
    expect((await fetch(`${world.url}/api/health`)).status).toBe(200)
    expect(await ending(world, 'SIGTERM')).toBe(0)
    await nothingLeft(dataDir)
  },
  slow,
)
