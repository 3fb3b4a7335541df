import { authors, fillFeed, fillPeople, settle, viewers } from './fill.ts'
import { lineOf, type Measured, startLoad } from './load.ts'
import { handleOf, tokenOf } from './names.ts'
import { median, middleOf, rounded } from './stats.ts'
import { type BenchWorld, say } from './world.ts'

type Ask = { path: string; account: number | null }
/** `plain`: the same question in the form to compare with, asked by turns. */
type Options = { connections: number; asks: Ask[]; target: object; plain?: string }
const rounds = 3
const seconds = 4

/** The home feed of 2,000 viewers who follow 50 people each, 20 posts a page. */
export const feed = (world: BenchWorld) =>
  read(world, {
    connections: 20,
    asks: Array.from({ length: viewers.count }, (_, i) => ({ path: '/api/feed', account: viewers.first + i })),
    target: { perSecond: 1_500, p99: 100 },
    plain: '/api/plain/feed',
  })

/** Public profiles, signed out. */
export const profile = (world: BenchWorld) =>
  read(world, {
    connections: 50,
    asks: Array.from({ length: authors }, (_, i) => ({ path: `/api/profiles/${handleOf(1 + i)}`, account: null })),
    target: { perSecond: 5_000 },
  })

async function read(world: BenchWorld, options: Options): Promise<object> {
  await fillPeople(world.db)
  await fillFeed(world.db)
  await settle(world.db)
  const sample = await look(world, options.asks[0] as Ask)
  const load = startLoad(world)
  try {
    const { asks, connections, plain } = options
    const plainly = plain === undefined ? [] : asks.map(({ account }) => ({ path: plain, account }))
    const round = (some: Ask[], forS: number) => load.run({ kind: 'get', asks: some, connections, seconds: forS })
    // Until the code that runs is the compiled one: pages still got faster after three seconds.
    await round(asks, 8)
    if (plain) await round(plainly, 3)
    const runs: Measured[] = []
    const plainRuns: Measured[] = []
    for (let turn = 0; turn < rounds; turn++) {
      runs.push(await round(asks, seconds))
      say(lineOf('read', runs.at(-1) as Measured))
      if (!plain) continue
      plainRuns.push(await round(plainly, seconds))
      say(lineOf('plain', plainRuns.at(-1) as Measured))
    }
    const middle = middleOf(runs)
    return {
      connections,
      ...middle,
      all: runs.map((run) => run.perSecond),
      ...(plain ? { plain: middleOf(plainRuns), ratio: rounded((middle?.perSecond ?? 0) / (middleOf(plainRuns)?.perSecond ?? 1), 1) } : {}),
      medianP99: rounded(median(runs.map((run) => run.p99))),
      answer: sample,
      exact: await countsExact(world),
      target: options.target,
    }
  } finally {
    await load.stop()
  }
}

/** What one answer holds, so that nobody measures an empty page. */
async function look(world: BenchWorld, { path, account }: Ask): Promise<object> {
  const response = await fetch(`http://127.0.0.1:${world.port}${path}`, {
    headers: account === null ? {} : { cookie: `corefans_${world.port}=${tokenOf(account)}` },
  })
  const text = await response.text()
  const body = JSON.parse(text) as { items?: { locked: boolean; media: unknown[]; poll?: unknown }[] }
  const items = body.items ?? []
  const of = (fits: (item: (typeof items)[number]) => boolean) => items.filter(fits).length
  return {
    status: response.status,
    bytes: text.length,
    ...(body.items
      ? {
          posts: items.length,
          locked: of((i) => i.locked),
          withImages: of((i) => i.media.length > 0),
          polls: of((i) => i.poll !== undefined),
        }
      : {}),
  }
}

/** Stored fans of all authors equal a recount. */
async function countsExact(world: BenchWorld): Promise<boolean> {
  const [row] = await world.db.sql<{ n: number }>(
    `select count(*)::int as n from profile_counters c where kind = 'fans' and exists (select from profile_counters w where w.account_id = c.account_id and w.kind = 'posts' and w.n > 0) and n <> (select count(*) from follows f where f.followee_id = c.account_id)`,
  )
  return row?.n === 0
}
