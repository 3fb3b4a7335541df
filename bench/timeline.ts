import { settle } from './fill.ts'
import { accountsOf, type Crowd, crowdSize, crowdsOf, fillTimelines, openTimelines, posts } from './fill-timeline.ts'
import { lineOf, type Measured, startLoad } from './load.ts'
import { tokenOf } from './names.ts'
import { middleOf, rounded } from './stats.ts'
import { type BenchWorld, say } from './world.ts'

const rounds = 3
const seconds = 4
const connections = 20
const crowds = [...crowdsOf(50, 30_001), ...crowdsOf(2_000, 30_201)]
const nameOf = ({ followees, hasTimeline }: Crowd) => `${hasTimeline ? 'timeline' : 'pull'}${followees}`

/** Following among a million posts for those who follow 50 and 2,000: pulled and from a timeline, by turns. */
export async function timeline(world: BenchWorld): Promise<object> {
  await fillTimelines(world.db, crowds)
  const opened = await openTimelines(
    world.db,
    crowds.filter(({ hasTimeline }) => hasTimeline),
  )
  await settle(world.db)
  const differing = await differingPages(world)
  const load = startLoad(world)
  try {
    const round = (crowd: Crowd, forS: number) =>
      load.run({ kind: 'get', asks: accountsOf(crowd).map((account) => ({ path: '/api/feed', account })), connections, seconds: forS })
    for (const crowd of crowds) await round(crowd, 2)
    const runs = new Map<string, Measured[]>(crowds.map((crowd) => [nameOf(crowd), []]))
    for (let turn = 0; turn < rounds; turn++)
      for (const crowd of crowds) {
        const measured = await round(crowd, seconds)
        runs.get(nameOf(crowd))?.push(measured)
        say(lineOf(nameOf(crowd), measured))
      }
    return {
      connections,
      posts,
      ...Object.fromEntries([...runs].map(([name, measured]) => [name, middleOf(measured)])),
      cpuMsAPage: Object.fromEntries([...runs].map(([name, measured]) => [name, cpuOf(middleOf(measured))])),
      opened,
      differing,
      target: { perSecond: 1_000, followees: [50, 2_000] },
    }
  } finally {
    await load.stop()
  }
}

const cpuOf = (measured: Measured | undefined) => rounded((measured?.serverCpuMs ?? 0) + (measured?.databaseCpuMs ?? 0), 3)

/** How many first and second pages of pairs who follow the same people are not byte for byte the same. */
async function differingPages(world: BenchWorld): Promise<number> {
  const read = async (account: number, cursor?: string) =>
    (
      await fetch(`http://127.0.0.1:${world.port}/api/feed${cursor ? `?cursor=${cursor}` : ''}`, {
        headers: { cookie: `corefans_${world.port}=${tokenOf(account)}` },
      })
    ).text()
  let differing = 0
  for (const pull of crowds.filter(({ hasTimeline }) => !hasTimeline))
    for (const account of accountsOf(pull)) {
      const pages = [await read(account), await read(account + crowdSize)]
      const { items, nextCursor } = JSON.parse(pages[0] as string) as { items: object[]; nextCursor: string }
      if (items.length !== 20) throw new Error(`a page of ${items.length} posts`)
      pages.push(await read(account, nextCursor), await read(account + crowdSize, nextCursor))
      if (pages[0] !== pages[1] || pages[2] !== pages[3]) differing++
    }
  return differing
}
