import { expect, test } from 'vitest'
import { type Ctx, nobody, type Transact } from './kernel/ctx.ts'
import { type Posting, post } from './modules/ledger/index.ts'
import { reverse } from './modules/ledger/reverse.ts'
import { reversePayments } from './modules/payments/store.ts'
import { forgetSplits } from './modules/teams/split-store.ts'
import { type Act, births, collection, holder, type Known, nothingKnown, perform } from './testing/drawn-acts.ts'
import { playedChain } from './testing/played-chain.ts'
import { useWorld } from './testing/world.ts'

const world = useWorld()
let chains = 800_000

/** Rows read of any table, logs among the answers, and statements. */
type Cost = { rows: number; logs: number; statements: number }

/** Rows that a transaction has read of any table so far, inside functions too. */
async function rowsRead(ctx: Ctx): Promise<number> {
  const [row] = await ctx.sql<{ n: number }>(
    `select coalesce(sum(seq_tup_read + idx_tup_fetch), 0)::bigint as n from pg_stat_xact_user_tables`,
  )
  return row?.n ?? 0
}

/** Counts what commands read. Small tables are read whole where a large one is asked by index, so here a row is dear. */
function counting(cost: Cost): Transact {
  return (caller, command) =>
    world().host.transact(caller, async (ctx) => {
      for (const way of ['seqscan', 'hashjoin', 'mergejoin']) await ctx.sql(`set local enable_${way} = off`)
      await ctx.sql(`set local cpu_tuple_cost = 100`)
      const before = await rowsRead(ctx)
      const sql = async <Row extends object>(text: string, values?: readonly unknown[]) => {
        const answer = await ctx.sql<Row>(text, values)
        cost.statements += 1
        cost.logs += answer.filter((row) => 'topics' in row).length
        return answer
      }
      const result = await command({ ...ctx, sql })
      cost.rows += (await rowsRead(ctx)) - before
      return result
    })
}

type History = {
  before: (n: number) => Act
  acts: Act[]
  prepare?: (chainId: number, count: number) => Promise<void>
  /** The touched blocks come without the journal. */
  isDeep?: boolean
}

/** What it costs to undo the last blocks of a chain whose touched rows have so long a history. */
async function costAfter(count: number, { before, acts, prepare, isDeep }: History): Promise<Cost> {
  const cost = { rows: 0, logs: 0, statements: 0 }
  const played = playedChain(world(), ++chains, counting(cost))
  const { contracts } = played.chain
  const known: Known = nothingKnown()
  await played.mine([[births(contracts)]], true)
  await played.mine([Array.from({ length: count }, (_, n) => perform(known, contracts, before(n)))], true)
  await prepare?.(played.chain.id, count)
  for (const act of acts) await played.mine([[perform(known, contracts, act)]], isDeep)
  await world().db.pool.query('analyze')
  Object.assign(cost, { rows: 0, logs: 0, statements: 0 })
  await played.undo(acts.length)
  return cost
}

const act = (kind: Act['kind'], over: Partial<Act> = {}): Act => ({ kind, who: 0, other: 0, amount: 1n, ...over })

/** A history twenty times as long may be read by another plan, which is a row or two more or fewer, and not by its length. */
function expectNoMore(long: Cost, short: Cost): void {
  expect([long.statements, long.logs]).toEqual([short.statements, short.logs])
  expect(short.rows).toBeGreaterThan(3)
  expect(long.rows).toBeLessThan(short.rows + 10)
}
const expectNoGrowth = async (history: History) => expectNoMore(await costAfter(600, history), await costAfter(30, history))

test('C4 a reorg costs the passes that it touched, however many passes and moves their collection has', () =>
  expectNoGrowth({
    before: (n) => act(n < 5 ? 'mint' : 'move', { who: n < 5 ? 0 : n % 5, other: n, amount: BigInt(n * 2) }),
    acts: [act('mint'), act('move', { who: 2, other: 4, amount: 2n }), act('change', { who: 1, amount: 3n })],
  }))
test('C4 a reorg costs the trades and balances that it touched, however often their token was traded', () =>
  expectNoGrowth({
    before: (n) => act('trade', { other: n, amount: BigInt(n * 2 + 1) }),
    acts: [act('trade', { amount: 9n }), act('send', { amount: 5n }), act('trade', { other: 1, amount: 8n })],
  }))
test('C4 a reorg costs a wallet of the market once, however often it paid in', () =>
  expectNoGrowth({
    before: (n) => act('fund', { amount: BigInt(n * 3 + 1) }),
    acts: [act('fund', { amount: 4n }), act('cancel', { amount: 2n }), act('cancel', { amount: 4n })],
  }))
test('C4 a reorg costs a deposit of a fair launch, however many deposits the launch has', () =>
  expectNoGrowth({
    before: (n) => act('deposit', { other: n, amount: BigInt(n + 1) }),
    acts: [act('deposit', { amount: 7n }), act('deposit', { other: 2, amount: 8n })],
  }))

/** Listings of one maker and one pass that ended long ago, and one of it that lives. */
async function listings(chainId: number, count: number): Promise<void> {
  const { id } = await world().person()
  await world().db.sql(`update pass_tokens set expires_at = null where chain_id = $1`, [chainId])
  await world().db.sql(
    `insert into market_orders (id, chain_id, kind, account_id, maker, collection, scope, token_id, tier_id, moves, price, min_expiry, deadline, deadline_s,
       nonce, counter, signature, created_at, ended_at, ended_block)
     select $1::int || ' ' || n, $1::int, 'ask', $2, $3, $4, 0, 4294967297, 1, 0, 1, 0, now() + interval '1 day', 0, n, 0, '0x', now(),
       case when n > 0 then now() end, case when n > 0 then 2 end from generate_series(0, $5::int) n`,
    [chainId, id, holder(0), collection(0), count],
  )
}
const isListed = async (chainId: number): Promise<boolean> =>
  (await world().db.sql(`select 1 from market_orders where id = $1 and ended_at is null`, [`${chainId} 0`])).length > 0
const ofOnePass = (n: number) => act(n === 0 ? 'mint' : 'fund')

test.each([
  ['its pass moved', act('move', { other: 1, amount: 2n })],
  ['its maker raised the counter', act('cancel', { amount: 2n })],
])('C4 a reorg revives the listing that ended with its blocks, as %s, and asks of no others', async (_why, ends) => {
  await expectNoGrowth({ before: ofOnePass, acts: [ends], prepare: listings })
  const played = playedChain(world(), ++chains)
  const known = nothingKnown()
  const does = (one: Act) => played.mine([[perform(known, played.chain.contracts, one)]])
  await played.mine([[births(played.chain.contracts)]])
  await does(act('mint'))
  await listings(played.chain.id, 3)
  await does(ends)
  await does(act('fund', { who: 3 }))
  expect(await isListed(played.chain.id)).toBe(false)
  await played.undo(1)
  expect(await isListed(played.chain.id)).toBe(false)
  await played.undo(1)
  expect(await isListed(played.chain.id)).toBe(true)
})

test('C4 a reorg reads the clones that were born in its blocks, and none of those before', () =>
  expectNoGrowth({
    before: ofOnePass,
    acts: [act('mint')],
    prepare: async (chainId, count) => {
      await world().db.sql(
        `insert into chain_clones (chain_id, address, kind, creator, born_block) select $1::int, '0x' || n, 'accessPass', '0x' || n, 1 from generate_series(1, $2::int) n`,
        [chainId, count * 10],
      )
    },
  }))

/** The book, payments and what a split paid out, each with so many rows of the same two wallets; one of each is taken back. */
async function costOfPlaces(count: number): Promise<Cost> {
  const cost = { rows: 0, logs: 0, statements: 0 }
  const chainId = ++chains
  const place = { txHash: `${chainId} 1`, positionInTx: 0 }
  const entry = (account: string, amount: bigint) => ({ account: `wallet:${account}`, asset: 'native', amount, part: 'price' })
  const postings = Array.from(
    { length: count },
    (_, n): Posting => ({
      ...{ kind: 'tip', subject: null, ref: null, txHash: `${chainId} ${n}`, positionInTx: 0 },
      ...{ block: { number: 1n, hash: '0x01', timestampS: 1n }, entries: [entry(holder(0), -1n), entry(holder(1), 1n)] },
    }),
  )
  await world().host.transact(nobody, (ctx) => post(ctx, postings))
  await world().db.sql(
    `insert into payments (purpose, chain_id, block_number, block_hash, tx_hash, position_in_tx, payer_wallet, payee_wallet, asset, gross, fee, credited, at)
     select 'tip', $1::int, 1, '0x01', $1::int || ' ' || n, 0, $2, $3, 'native', 1, 0, false, now() from generate_series(1, $4::int) n`,
    [chainId, holder(0), holder(1), count],
  )
  await world().db.sql(
    `insert into split_releases (chain_id, split, block_number, tx_hash, position_in_tx, recipient, asset, amount, at)
     select $1::int, $2, 1, $1::int || ' ' || n, 0, $3, 'native', 1, now() from generate_series(1, $4::int) n`,
    [chainId, holder(0), holder(1), count],
  )
  await world().db.pool.query('analyze')
  await counting(cost)(nobody, async (ctx) => {
    await reverse(ctx, [place])
    await reversePayments(ctx, [place])
    const released = {
      kind: 'released',
      split: holder(0),
      tx: place.txHash,
      position: 0,
      recipient: holder(1),
      asset: 'native',
      amount: '1',
    } as const
    await forgetSplits(ctx, [{ ...released, block: '1', at: 1 }])
  })
  return cost
}

test('C4 the book, payments and splits take back what a log did by its place, whatever else its wallets did', async () => {
  expectNoMore(await costOfPlaces(600), await costOfPlaces(30))
})

test('C4 where the journal does not reach, a replay reads the logs of what was touched, and none of others', async () => {
  const history: History = {
    before: (n) => act((['mint', 'trade', 'fund'] as const)[n % 3] ?? 'mint', { who: 1, other: 3, amount: BigInt(n * 6 + 1) }),
    acts: [act('mint'), act('trade'), act('fund', { amount: 2n }), act('deposit')],
    isDeep: true,
  }
  const [short, long] = [await costAfter(30, history), await costAfter(600, history)]
  expect([long.logs, long.statements]).toEqual([short.logs, short.statements])
  expect(short.logs).toBeGreaterThan(4)
})
