// What a reorg of ten blocks costs on a long history: rows put back from the journal (now), against a replay of what the
// orphaned blocks touched (before), in one run; and the same on a hundredth of the history.
import { nobody, type Transact, transactOn } from '../server/src/kernel/ctx.ts'
import { playedChain } from '../server/src/testing/played-chain.ts'
import { fillHistory, opening, touching } from './reorg-history.ts'
import { median, rounded } from './stats.ts'
import { type BenchWorld, say } from './world.ts'

const sizes = [10_000, 1_000_000]
const depth = 10
const rounds = 5
const replays = 2
/** Blocks of one run, of 35 logs each, by which the journal's own cost is measured. */
const runBlocks = 60
const contract = (n: number) => `0x${n.toString(16).padStart(40, '0')}` as const
const contracts = { passFactory: contract(0xfac1), passMarket: contract(0xfac2), tokenFactory: contract(0xfac3) }

type Played = ReturnType<typeof playedChain>
type Cost = { ms: number; rows: number; statements: number }

export async function reorg(world: BenchWorld): Promise<object> {
  const results: object[] = []
  for (const [n, logs] of sizes.entries()) results.push(await measure(world, 900_000 + n, logs))
  return { depth, holders: 5, sizes: results, target: 'the same at both sizes' }
}

async function measure({ db }: BenchWorld, chainId: number, logs: number): Promise<object> {
  const cost: Cost = { ms: 0, rows: 0, statements: 0 }
  const chain = { ...port, id: chainId }
  const transact = counted(
    transactOn({ db, chain }, new Map(), () => {}),
    cost,
  )
  const played = playedChain({ host: { chain, transact }, db }, chainId, transact)
  await played.mine([[opening(contracts)]], true)
  for (let runs = 0; runs < 10; runs++)
    await played.mine(
      Array.from({ length: 100 }, () => []),
      true,
    )
  say(`${logs} logs`)
  await fillHistory(db, chain, logs)
  const truth = await sumOf(db, played)
  let isExact = true
  const round = async (isDeep: boolean) => {
    for (let block = 0; block < depth; block++) await played.mine([touching(contracts, block)], isDeep)
    await played.undo(depth)
    isExact &&= (await sumOf(db, played)) === truth
    say(`${isDeep ? 'replayed' : 'restored'} in ${rounded(cost.ms)} ms, ${cost.rows} rows`)
    return { ...cost }
  }
  await round(false)
  const [restored, replayed]: [Cost[], Cost[]] = [[], []]
  for (let turn = 0; turn < rounds; turn++) {
    restored.push(await round(false))
    if (turn < replays) replayed.push(await round(true))
  }
  const [now, before] = [typical(restored), typical(replayed)]
  const intake = logs === sizes[0] ? { logsPerSecond: await intakeOf(played, cost) } : {}
  return { logs, now, before, times: rounded(before.ms / now.ms, 1), isExact, ...intake }
}

/** How fast runs come in with the journal and without it, by turns. */
async function intakeOf(played: Played, cost: Cost): Promise<{ noted: number; deep: number }> {
  const rate = async (isDeep: boolean) => {
    const blocks = Array.from({ length: runBlocks }, (_, block) => touching(contracts, block))
    await played.mine(blocks, isDeep)
    const perSecond = (blocks.flat(2).length / cost.ms) * 1_000
    await played.undo(runBlocks)
    return perSecond
  }
  const [noted, deep]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < rounds; turn++) {
    noted.push(await rate(false))
    deep.push(await rate(true))
  }
  return { noted: Math.round(median(noted)), deep: Math.round(median(deep)) }
}

const typical = (costs: readonly Cost[]) => ({
  ms: rounded(median(costs.map(({ ms }) => ms))),
  allMs: costs.map(({ ms }) => Math.round(ms)),
  rows: median(costs.map(({ rows }) => rows)),
  statements: median(costs.map(({ statements }) => statements)),
})

const port = {
  ...{ id: 0, name: 'bench', symbol: 'CORE', explorerUrl: null, confirmations: 1, contracts, rpcUrl: '', witnessUrls: [] },
  ...{ poke: () => {}, head: () => 0 },
}

/** What the last transaction cost: time from begin to commit, rows that it read of any table, and its statements. */
const counted =
  (transact: Transact, cost: Cost): Transact =>
  async (_caller, command) => {
    const started = performance.now()
    const result = await transact(nobody, async (ctx) => {
      const read = `select coalesce(sum(seq_tup_read + idx_tup_fetch), 0)::bigint as n from pg_stat_xact_user_tables`
      const before = (await ctx.sql<{ n: number }>(read))[0]?.n ?? 0
      let statements = 0
      const done = await command({
        ...ctx,
        sql: (text, values) => {
          statements += 1
          return ctx.sql(text, values)
        },
      })
      Object.assign(cost, { rows: ((await ctx.sql<{ n: number }>(read))[0]?.n ?? 0) - before, statements })
      return done
    })
    cost.ms = performance.now() - started
    return result
  }

/** One number for every row of every projection; what nobody holds is no row. */
async function sumOf(db: BenchWorld['db'], { chain, subscribers }: Played): Promise<string> {
  const sums: string[] = []
  for (const table of subscribers.flatMap(({ projection }) => projection?.tables ?? [])) {
    const held = table === 'token_balances' ? 'and amount > 0' : ''
    const { rows } = await db.pool.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${table} t where chain_id = $1 ${held}`,
      [chain.id],
    )
    sums.push(rows[0]?.sum ?? '')
  }
  return sums.join(', ')
}
