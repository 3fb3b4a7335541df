// Tips to one creator, booked: by batches as the inbox does, against one transaction a tip, interleaved in one run.

import { nobody, transactOn } from '../server/src/kernel/ctx.ts'
import { type Posting, post } from '../server/src/modules/ledger/index.ts'
import { chainOfTests } from '../server/src/testing/backing.ts'
import { median } from './stats.ts'
import { type BenchWorld, say } from './world.ts'

const rounds = 3
const batchSize = 500
const batched = 20_000
const single = 600
const benchChain = 424_242
const creator = 'wallet:0xc0ffee0000000000000000000000000000000000'
const gross = 10n ** 18n

const hex = (n: number, digits: number): string => `0x${n.toString(16).padStart(digits, '0')}`

function aTip(n: number): Posting {
  const entry = (account: string, amount: bigint, part: string) => ({ account, asset: 'native', amount, part })
  return {
    kind: 'tip',
    subject: null,
    ref: hex(n, 64),
    block: { number: BigInt(1 + Math.floor(n / batchSize)), hash: hex(Math.floor(n / batchSize), 64), timestampS: 1_800_000_000n },
    txHash: hex(n, 64),
    positionInTx: 0,
    entries: [
      entry(`wallet:${hex(1 + (n % 5_000), 40)}`, -gross, 'price'),
      entry(creator, (gross * 95n) / 100n, 'proceeds'),
      entry('platform:payments', (gross * 5n) / 100n, 'fee'),
    ],
  }
}

export async function ledger(world: BenchWorld): Promise<object> {
  const transact = transactOn({ db: world.db, chain: { ...chainOfTests, id: benchChain } }, new Map(), () => {})
  let next = 0
  const rate = async (count: number, size: number): Promise<number> => {
    const batches = Array.from({ length: count / size }, (_, i) => Array.from({ length: size }, (_, j) => aTip(next + i * size + j)))
    next += count
    const started = performance.now()
    for (const batch of batches) await transact(nobody, (ctx) => post(ctx, batch))
    return count / ((performance.now() - started) / 1_000)
  }
  await rate(5_000, batchSize)
  const [fast, slow]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    fast.push(await rate(batched, batchSize))
    slow.push(await rate(single, 1))
    say(`batched ${Math.round(fast.at(-1) ?? 0)}/s, one by one ${Math.round(slow.at(-1) ?? 0)}/s`)
  }
  const [a, b] = [median(fast), median(slow)]
  return {
    perSecond: Math.round(a),
    oneByOne: Math.round(b),
    times: Math.round((a / b) * 10) / 10,
    batchSize,
    posted: next,
    ...(await state(world, next)),
    target: { perSecond: 4_000, times: 10 },
  }
}

/** What the database itself says of the book after the run. */
async function state({ db }: BenchWorld, posted: number): Promise<object> {
  const [row] = await db.sql<{ unbalanced: number; drift: number; postings: number; creator: string }>(
    `select (select count(*)::int from (select posting_id from ledger_entries group by posting_id, asset having sum(amount) <> 0) x) as unbalanced,
       (select count(*)::int from (select account, asset, sum(amount) as s from ledger_entries group by 1, 2) e
          full join ledger_balances b using (account, asset) where e.s is distinct from b.balance) as drift,
       (select count(*)::int from ledger_postings where chain_id = $1) as postings,
       (select balance::text from ledger_balances where account = $2) as creator`,
    [benchChain, creator],
  )
  const exact = row?.creator === ((BigInt(posted) * gross * 95n) / 100n).toString() && row.postings === posted
  return { unbalanced: row?.unbalanced, balancesThatDrift: row?.drift, creatorExact: exact }
}
