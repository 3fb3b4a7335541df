import { birthOf, type Emitter, type EmitterKind, emitterOf, followedOf } from '@corefans/chain/watch/emitters.ts'
import type { BlockRef, WatchedBlock, WatchSink } from '@corefans/chain/watch/types.ts'
import { pad, toHex } from 'viem'
import { beginReplay, noteFor, pruneJournal, reachOf, restore } from './chain-journal.ts'
import { type Ctx, nobody, type Read, type Transact } from './ctx.ts'
import type { Db } from './db.ts'
import type { ChainPort, InboxLog } from './ports/chain.ts'
import type { ChainSubscriber } from './ports/chain-subscriber.ts'

/** More than the deepest reorg that the watcher can walk back. */
const keptBlocks = 256

type BlockRow = { number: number; hash: `0x${string}`; parentHash: `0x${string}`; timestampS: number }
const blockColumns = `number, hash, parent_hash as "parentHash", extract(epoch from at)::bigint as "timestampS"`
const toRef = (row: BlockRow): BlockRef => ({ ...row, number: BigInt(row.number), timestampS: BigInt(row.timestampS) })

/**
 * The database side of the chain watcher. Blocks, their logs and everything that modules make of them are one transaction;
 * undoing a block takes all of it back in one transaction too.
 */
export function chainInbox(deps: {
  db: Db
  transact: Transact
  chain: Pick<ChainPort, 'id' | 'contracts'>
  subscribers: readonly ChainSubscriber[]
  onHead: (number: number) => void
}): WatchSink {
  const { db, transact, subscribers } = deps
  const chainId = deps.chain.id
  const one = async (where: string, values: unknown[]): Promise<BlockRef | null> => {
    const [row] = await db.sql<BlockRow>(`select ${blockColumns} from chain_blocks where chain_id = $1 ${where}`, [chainId, ...values])
    return row ? toRef(row) : null
  }
  return {
    tip: () => one('order by number desc limit 1', []),
    blockAt: (number) => one('and number = $2', [number.toString()]),
    followed: async () => new Map([...followedOf(deps.chain.contracts), ...(await clones(db, chainId))]),
    apply: async (blocks, isDeep) => {
      await transact(nobody, (ctx) => applyBlocks(ctx, { blocks, isNoted: !isDeep }, subscribers))
      deps.onHead(Number(blocks.at(-1)?.number ?? 0))
    },
    undo: async (toNumber) => {
      await transact(nobody, (ctx) => undoBlocks(ctx, toNumber, subscribers))
      deps.onHead(Number(toNumber))
    },
  }
}

async function applyBlocks(
  ctx: Ctx,
  { blocks, isNoted }: { blocks: readonly WatchedBlock[]; isNoted: boolean },
  subscribers: readonly ChainSubscriber[],
): Promise<void> {
  const run = isNoted ? (blocks[0]?.number ?? null) : null
  const rows = blocks.map((block) => ({
    number: block.number.toString(),
    hash: block.hash,
    parent: block.parentHash,
    at: Number(block.timestampS),
  }))
  await ctx.sql(
    `insert into chain_blocks (chain_id, number, hash, parent_hash, at, run)
     select $1, b.number, b.hash, b.parent, to_timestamp(b.at), $3 from jsonb_to_recordset($2::jsonb) as b(number bigint, hash text, parent text, at bigint)`,
    [ctx.chain.id, JSON.stringify(rows), run?.toString() ?? null],
  )
  await ctx.sql(`delete from chain_blocks where chain_id = $1 and number < $2::bigint - ${keptBlocks}`, [
    ctx.chain.id,
    rows.at(-1)?.number ?? '0',
  ])
  await pruneJournal(ctx)
  const logs = blocks.flatMap((block) => block.logs.map((log) => ({ ...log, address: log.address.toLowerCase() as `0x${string}`, block })))
  if (logs.length === 0) return
  await keepClones(ctx, logs)
  await ctx.sql(
    `insert into chain_logs (kind, chain_id, block_hash, log_index, block_number, tx_hash, position_in_tx, address, topics, data, at)
     select l.kind, $1, l.hash, l.index, l.number, l.tx, l.position, l.address, array(select jsonb_array_elements_text(l.topics)), l.data, to_timestamp(l.at)
       from jsonb_to_recordset($2::jsonb) as l(kind text, hash text, index int, number bigint, tx text, position int, address text, topics jsonb, data text, at bigint)`,
    [ctx.chain.id, JSON.stringify(logs.map(rowOf))],
  )
  await noteFor(ctx, run)
  for (const subscriber of subscribers) await subscriber.apply(ctx, logs)
}

const clones = async (db: Db, chainId: number): Promise<[string, Emitter][]> =>
  (await db.sql<{ address: string } & Emitter>(`select address, kind, creator from chain_clones where chain_id = $1`, [chainId])).map(
    ({ address, ...emitter }) => [address, emitter],
  )

async function keepClones(ctx: Ctx, logs: readonly InboxLog[]): Promise<void> {
  const born = logs.flatMap(({ birth, block }) =>
    birth ? [{ address: emitterOf(birth)[0], ...emitterOf(birth)[1], block: block.number.toString() }] : [],
  )
  if (born.length === 0) return
  await ctx.sql(
    `insert into chain_clones (chain_id, address, kind, creator, born_block)
     select $1, c.address, c.kind, c.creator, c.block
       from jsonb_to_recordset($2::jsonb) as c(address text, kind text, creator text, block bigint)`,
    [ctx.chain.id, JSON.stringify(born)],
  )
}

const rowOf = (log: InboxLog) => ({
  kind: log.kind,
  hash: log.block.hash,
  index: log.logIndex,
  number: log.block.number.toString(),
  tx: log.txHash,
  position: log.positionInTx,
  address: log.address,
  topics: log.topics,
  data: log.data,
  at: Number(log.block.timestampS),
})

type LogRow = {
  kind: EmitterKind
  creator?: string | null
  hash: `0x${string}`
  index: number
  number: number
  tx: `0x${string}`
  position: number
  address: `0x${string}`
  topics: `0x${string}`[]
  data: `0x${string}`
  at: number
}
const logColumns = `kind, block_hash as hash, log_index as index, block_number as number, tx_hash as tx, position_in_tx as position, address, topics, data, extract(epoch from at)::bigint as at`
const toLog = (row: LogRow): InboxLog => ({
  kind: row.kind,
  creator: row.creator ?? null,
  birth: birthOf(row.kind, row),
  address: row.address,
  topics: row.topics,
  data: row.data,
  txHash: row.tx,
  txIndex: 0,
  logIndex: row.index,
  positionInTx: row.position,
  block: { number: BigInt(row.number), hash: row.hash, parentHash: '0x', timestampS: BigInt(row.at) },
})

async function undoBlocks(ctx: Ctx, toNumber: bigint, subscribers: readonly ChainSubscriber[]): Promise<void> {
  const run = await reachOf(ctx, toNumber)
  for (const table of ['chain_blocks where chain_id = $1 and number', 'chain_clones where chain_id = $1 and born_block'])
    await ctx.sql(`delete from ${table} > $2`, [ctx.chain.id, toNumber.toString()])
  const rows = await ctx.sql<LogRow>(`delete from chain_logs where chain_id = $1 and block_number > $2 returning ${logColumns}`, [
    ctx.chain.id,
    toNumber.toString(),
  ])
  if (rows.length === 0) return
  const gone = rows.sort((a, b) => a.number - b.number || a.index - b.index).map(toLog)
  const stands = run === null ? null : { run, logs: await logsSince(ctx, run) }
  if (stands === null) await beginReplay(ctx)
  for (const { projection, undo } of subscribers)
    await undo(ctx, gone, async () => {
      if (projection) await (stands === null ? projection.replay(ctx, gone) : restore(ctx, projection, stands))
    })
}

/** What stands of a run, a part of which a reorg took: the logs from its first block on. */
async function logsSince(ctx: Ctx, block: bigint): Promise<InboxLog[]> {
  const rows = await ctx.sql<LogRow>(
    `select l.*, c.creator from (select ${logColumns} from chain_logs where chain_id = $1 and block_number >= $2) l
       left join chain_clones c on c.chain_id = $1 and c.address = l.address order by l.number, l.index`,
    [ctx.chain.id, block.toString()],
  )
  return rows.map(toLog)
}

/** The logs that are true now of some contracts, in chain order. */
export async function logsOf(ctx: Pick<Ctx, 'sql' | 'chain'>, addresses: readonly string[]): Promise<InboxLog[]> {
  const rows = await ctx.sql<LogRow>(
    `select l.*, c.creator from (select ${logColumns} from chain_logs where chain_id = $1 and address = any($2)) l
       left join chain_clones c on c.chain_id = $1 and c.address = l.address order by l.number, l.index`,
    [ctx.chain.id, addresses],
  )
  return rows.map(toLog)
}

/**
 * Those of one contract that name any of these in an indexed argument: addresses, or numbers of its own. Found by index, so
 * the cost is what they touched and not what the contract ever logged.
 */
export async function logsNaming(
  ctx: Pick<Ctx, 'sql' | 'chain'>,
  contract: string,
  named: readonly (`0x${string}` | bigint)[],
): Promise<InboxLog[]> {
  if (named.length === 0) return []
  const words = named.map((one) => (typeof one === 'bigint' ? toHex(one, { size: 32 }) : pad(one)).toLowerCase())
  const rows = await ctx.sql<LogRow>(
    `select l.*, c.creator from (select ${logColumns} from chain_logs where chain_id = $1 and address = $2 and topics && $3) l
       left join chain_clones c on c.chain_id = $1 and c.address = l.address order by l.number, l.index`,
    [ctx.chain.id, contract, words],
  )
  return rows.map(toLog)
}

/** The births of these clones, as their factory logged them. Who is no clone any more has none. */
export async function birthsOf(ctx: Pick<Ctx, 'sql' | 'chain'>, factory: string, clones: readonly string[]): Promise<InboxLog[]> {
  const creators = [...new Set((await creatorsOf(ctx, clones)).values())] as `0x${string}`[]
  const wanted = new Set(clones)
  return (await logsNaming(ctx, factory, creators)).filter(({ birth }) => birth && wanted.has(birth.address.toLowerCase()))
}

/** For whom each clone was made, by its address; wallets and addresses in lower case. */
export async function creatorsOf(read: Pick<Read, 'sql' | 'chain'>, clones: readonly string[]): Promise<Map<string, string>> {
  const rows = await read.sql<{ address: string; creator: string | null }>(
    `select address, creator from chain_clones where chain_id = $1 and address = any($2)`,
    [read.chain.id, clones],
  )
  return new Map(rows.flatMap(({ address, creator }) => (creator === null ? [] : [[address, creator] as const])))
}
