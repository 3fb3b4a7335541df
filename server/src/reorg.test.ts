import fc from 'fast-check'
import { expect, test } from 'vitest'
import { births, kinds, nothingKnown, perform } from './testing/drawn-acts.ts'
import { type Mined, playedChain } from './testing/played-chain.ts'
import { useWorld } from './testing/world.ts'

const world = useWorld()
let chains = 700_000
const aChain = () => playedChain(world(), ++chains)
type Played = ReturnType<typeof aChain>

/** Every row of every projection of a chain; what nobody holds is no row. */
async function rowsOf({ chain, subscribers }: Played): Promise<Record<string, unknown[]>> {
  const tables = subscribers.flatMap(({ projection }) => projection?.tables ?? [])
  const all: Record<string, unknown[]> = {}
  for (const table of tables) {
    const rows = await world().db.sql<{ row: object }>(
      `select to_jsonb(t) - 'chain_id' as row from ${table} t where chain_id = $1 ${table === 'token_balances' ? 'and amount > 0' : ''} order by 1`,
      [chain.id],
    )
    all[table] = rows.map(({ row }) => row)
  }
  return all
}

/** The same blocks, taken in from the first by an inbox that never saw a reorg. */
async function replayed({ blocks }: Played): Promise<Record<string, unknown[]>> {
  const fresh = aChain()
  await fresh.take(blocks)
  return rowsOf(fresh)
}

const act = fc.record({ kind: fc.constantFrom(...kinds), who: fc.nat(9), other: fc.nat(9), amount: fc.bigInt(1n, 10n ** 21n) })
const run = fc.record({ blocks: fc.array(fc.array(act, { maxLength: 3 }), { minLength: 1, maxLength: 6 }), isDeep: fc.nat(9) })
const rounds = fc.array(fc.record({ runs: fc.array(run, { minLength: 1, maxLength: 5 }), depth: fc.integer({ min: 1, max: 20 }) }), {
  minLength: 2,
  maxLength: 6,
})

test('C4 after reorgs of depth 1 to 20 every projection is what a replay of the chain from its first block gives', async () => {
  const seen = { restored: 0, replayed: 0, changed: 0 }
  await fc.assert(
    fc.asyncProperty(rounds, async (script) => {
      const played = aChain()
      const contracts = played.chain.contracts
      // What is known after each block, so that a reorg takes that back too.
      const known = [nothingKnown()]
      await played.mine([[births(contracts)]])
      known.push(structuredClone(known[0] as (typeof known)[0]))
      for (const { runs, depth } of script) {
        for (const { blocks, isDeep } of runs) {
          const mined: Mined[] = []
          for (const acts of blocks) {
            const now = structuredClone(known.at(-1) as (typeof known)[0])
            mined.push(acts.map((one) => perform(now, contracts, one)))
            known.push(now)
          }
          await played.mine(mined, isDeep === 0)
        }
        const back = Math.min(depth, played.blocks.length)
        const [reach] = await world().db.sql<{ reach: number | null }>(`select chain_journal_reach($1, $2) as reach`, [
          played.chain.id,
          played.blocks.length - back,
        ])
        const before = JSON.stringify(await rowsOf(played))
        await played.undo(back)
        known.length -= back
        if (known.length === 1) {
          await played.mine([[births(contracts)]])
          known.push(structuredClone(known[0] as (typeof known)[0]))
        }
        const after = await rowsOf(played)
        expect(after).toEqual(await replayed(played))
        seen[reach?.reach === null ? 'replayed' : 'restored'] += 1
        if (JSON.stringify(after) !== before) seen.changed += 1
      }
    }),
    { numRuns: 20 },
  )
  // Both ways back were taken, and there was something to take back.
  expect(Math.min(seen.restored, seen.replayed, seen.changed)).toBeGreaterThan(5)
})

test('C4 every table that the journal follows belongs to one projection, and each of these is followed', async () => {
  const followed = await world().db.sql<{ name: string }>(
    `select tgrelid::regclass::text as name from pg_trigger where tgname = 'chain_journal_changed' order by 1`,
  )
  const projected = aChain().subscribers.flatMap(({ projection }) => [...(projection?.tables ?? [])])
  expect(followed.map(({ name }) => name)).toEqual(projected.sort())
})

test('C4 a replay of a long history is not cut off by the time that a statement has', async () => {
  const limits: string[] = []
  const { transact } = world().host
  const played = playedChain(world(), ++chains, (caller, command) =>
    transact(caller, async (ctx) => {
      const done = await command(ctx)
      const [row] = await ctx.sql<{ limit: string }>(`select current_setting('statement_timeout') as limit`)
      limits.push(row?.limit ?? '')
      return done
    }),
  )
  for (const isDeep of [false, true]) {
    await played.mine([[births(played.chain.contracts)]], isDeep)
    await played.undo(1)
  }
  expect(limits).toEqual(['30s', '30s', '30s', '0'])
})

test('C4 the journal forgets a run with its blocks', async () => {
  const played = aChain()
  await played.mine([[births(played.chain.contracts)]])
  const noted = async () => (await world().db.sql(`select 1 from chain_journal where chain_id = $1`, [played.chain.id])).length
  expect(await noted()).toBeGreaterThan(0)
  for (let runs = 0; runs < 3; runs++)
    await played.mine(
      Array.from({ length: 100 }, () => []),
      true,
    )
  expect(await noted()).toBe(0)
})

test('C4 a row that was noted before its table got a column is replayed, not put back without it', async () => {
  const played = aChain()
  const known = nothingKnown()
  const pay = { kind: 'fund', who: 0, other: 0, amount: 4n } as const
  await played.mine([[births(played.chain.contracts)], [perform(known, played.chain.contracts, pay)]])
  await played.mine([[perform(known, played.chain.contracts, pay)]])
  await world().db.pool.query(`alter table market_wallets add column since int not null default 7`)
  await played.undo(1)
  expect((await rowsOf(played)).market_wallets).toMatchObject([{ funds_wei: 4, since: 7 }])
})
