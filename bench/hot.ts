import { crowd, drained, fillLikes, fillPeople, fillVotes, people, settle } from './fill.ts'
import { type Load, lineOf, type Measured, startLoad } from './load.ts'
import { accountId, pollId, postId } from './names.ts'
import { median, rounded } from './stats.ts'
import { type BenchWorld, say } from './world.ts'

const connections = 200
const seconds = 4
const accounts = { first: crowd - 10_000, count: 20_000 }
type Kind = 'likes' | 'votes'

/** One hot row, 200 connections: group commit and the plain form by turns, on the same rows of the same database. */
export async function hot(kind: Kind, world: BenchWorld): Promise<object> {
  await fillPeople(world.db)
  await (kind === 'likes' ? fillLikes : fillVotes)(world.db)
  await settle(world.db)
  const load = startLoad(world)
  try {
    const round = async (plain: boolean, forS = seconds) => {
      await drained(world.db)
      return load.run({ kind, plain, accounts, crowd, connections, seconds: forS })
    }
    say('warming up: every account is met once')
    await round(false, 6)
    await round(true, 1)
    const batched: Measured[] = []
    const plain: Measured[] = []
    for (let turn = 0; turn < 3; turn++) {
      batched.push(await round(false))
      say(lineOf('batched', batched.at(-1) as Measured))
      plain.push(await round(true))
      say(lineOf('plain', plain.at(-1) as Measured))
    }
    const exact = await check(kind, world, load)
    const perSecond = (runs: Measured[]) => median(runs.map((run) => run.perSecond))
    return {
      connections,
      accounts: people,
      crowd,
      ratio: rounded(perSecond(batched) / perSecond(plain), 1),
      batched: best(batched),
      plain: best(plain),
      exact,
      target: { perSecond: 8_000, ratio: 8, lost: 0, double: 0 },
    }
  } finally {
    await load.stop()
  }
}

const best = (runs: readonly Measured[]) => ({
  median: [...runs].sort((a, b) => a.perSecond - b.perSecond)[runs.length >> 1],
  all: runs.map((run) => run.perSecond),
})

const truthOf = {
  likes: {
    subject: postId(0),
    stored: `select likes as n from like_counts where subject_id = $1`,
    rows: `select account_id as id, 1 as state from likes where subject_id = $1`,
  },
  votes: {
    subject: pollId(1),
    stored: `select sum(votes)::int as n from poll_tallies where poll_id = $1`,
    rows: `select voter_id as id, option_id as state from poll_votes where poll_id = $1`,
  },
}

/** Every acknowledged call stands, nothing stands twice, and the stored counts equal a recount. */
async function check(kind: Kind, world: BenchWorld, load: Load) {
  const { subject, stored, rows } = truthOf[kind]
  const [count] = await world.db.sql<{ n: number }>(stored, [subject])
  const standing = new Map<string, number>()
  let double = 0
  for (const { id, state } of await world.db.sql<{ id: string; state: number }>(rows, [subject])) {
    if (standing.has(id)) double++
    standing.set(id, state)
  }
  const acknowledged = await load.acknowledged()
  const lost = [...acknowledged].filter(([account, state]) => (standing.get(accountId(account)) ?? 0) !== state).length
  const drift = kind === 'votes' ? await tallyDrift(world, subject) : (count?.n ?? 0) - standing.size
  return { stored: count?.n, recounted: standing.size, drift, lost, double, checkedAccounts: acknowledged.size }
}

async function tallyDrift(world: BenchWorld, poll: string): Promise<number> {
  const [row] = await world.db.sql<{ n: number }>(
    `select sum(abs(t.votes - (select count(*) from poll_votes v where v.poll_id = t.poll_id and v.option_id = t.option_id)))::int as n from poll_tallies t where poll_id = $1`,
    [poll],
  )
  return row?.n ?? 0
}
