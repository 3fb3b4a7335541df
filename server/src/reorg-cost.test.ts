import { batchLaunchAbi } from '@corefans/chain/abi/batch-launch.ts'
import { passFactoryAbi } from '@corefans/chain/abi/pass-factory.ts'
import { passMarketAbi } from '@corefans/chain/abi/pass-market.ts'
import { personalTokenAbi } from '@corefans/chain/abi/personal-token.ts'
import { tokenFactoryAbi } from '@corefans/chain/abi/token-factory.ts'
import { type Abi, type Address, encodeEventTopics, type Hex, pad, toHex } from 'viem'
import { beforeAll, expect, test } from 'vitest'
import { type Ctx, nobody } from './kernel/ctx.ts'
import type { InboxLog } from './kernel/ports/chain.ts'
import { undo as undoMarket } from './modules/market/on-chain.ts'
import { undoLogs as undoPasses } from './modules/passes/apply-logs.ts'
import { undoLaunches } from './modules/tokens/apply-launches.ts'
import { undoLogs as undoTokens } from './modules/tokens/apply-logs.ts'
import { useWorld } from './testing/world.ts'

const world = useWorld()
const chainId = 31_337
const others = 500
const launches: Address = pad('0x1a', { size: 20 })
const contract = (name: 'passFactory' | 'passMarket' | 'tokenFactory') =>
  (world().host.chain.contracts[name] as string).toLowerCase() as Address
const stranger = (n: number): Address => pad(toHex(n + 1), { size: 20 })

/** A log as it lies in the inbox, its arguments that are not indexed as one word. */
type Kept = { kind: InboxLog['kind']; address: Address; topics: Hex[]; data: Hex }
const logOf = (kind: Kept['kind'], address: Address, event: { abi: Abi; eventName: string; args: object }, data: Hex): Kept => ({
  ...{ kind, address, data },
  topics: encodeEventTopics(event as Parameters<typeof encodeEventTopics>[0]) as Hex[],
})
const funds = (account: Address) =>
  logOf('passMarket', contract('passMarket'), { abi: passMarketAbi, eventName: 'OfferFundsAdded', args: { account, payer: account } }, one)
const one = toHex(1, { size: 32 })
const gone = (kept: Kept): InboxLog => ({
  ...{ ...kept, creator: null, birth: null, txHash: one, txIndex: 0, logIndex: 0, positionInTx: 0 },
  block: { number: 9n, hash: one, parentHash: one, timestampS: 1n },
})
const deposit = (id: bigint) => {
  const args = { id, account: stranger(1) }
  return logOf('batchLaunch', launches, { abi: batchLaunchAbi, eventName: 'Deposited', args }, `${one}${one.slice(2)}`)
}

/** A history of others: every contract that a reorg may read again has logged much that the reorg does not touch. */
beforeAll(async () => {
  const history = Array.from({ length: others }, (_, n) => [
    funds(stranger(n)),
    logOf(
      'passFactory',
      contract('passFactory'),
      { abi: passFactoryAbi, eventName: 'CollectionCreated', args: { creator: stranger(n) } },
      pad(stranger(n)),
    ),
    logOf(
      'tokenFactory',
      contract('tokenFactory'),
      { abi: tokenFactoryAbi, eventName: 'TokenCreated', args: { creator: stranger(n), token: stranger(n) } },
      '0x',
    ),
    deposit(BigInt(n + 1)),
  ]).flat()
  await world().db.sql(
    `insert into chain_logs (kind, chain_id, block_hash, log_index, block_number, tx_hash, position_in_tx, address, topics, data, at)
     select l.kind, $1, 'history', n, 1, 'history', n, l.address, array(select jsonb_array_elements_text(l.topics)), l.data, now()
       from jsonb_to_recordset($2::jsonb) as l(kind text, address text, topics jsonb, data text, n int)`,
    [chainId, JSON.stringify(history.map((log, n) => ({ ...log, n })))],
  )
})

/** How many rows of the chain's history an undoing reads, in a transaction that comes to nothing. */
async function logsRead(undo: (ctx: Ctx) => Promise<void>): Promise<number> {
  let read = 0
  const nothing = new Error('rolled back')
  const counting =
    (ctx: Ctx): Ctx['sql'] =>
    async <Row extends object>(text: string, values?: readonly unknown[]) => {
      const rows = await ctx.sql<Row>(text, values)
      read += rows.filter((row) => 'topics' in row).length
      return rows
    }
  await world()
    .host.transact(nobody, async (ctx) => {
      await undo({ ...ctx, sql: counting(ctx) as Ctx['sql'] })
      throw nothing
    })
    .catch((error: unknown) => {
      if (error !== nothing) throw error
    })
  return read
}

const touched = stranger(7)
const unknown = stranger(others + 7)
const moved = (kind: 'accessPass' | 'personalToken') => {
  const args = { from: stranger(1), to: stranger(2), value: 1n, id: 1n, amount: 1n }
  return gone(logOf(kind, unknown, { abi: personalTokenAbi, eventName: 'Transfer', args }, one))
}

test('C4 the market reads the logs of the wallets that a reorg touched, and none of the others', async () => {
  expect(await logsRead((ctx) => undoMarket(ctx, chainId, contract('passMarket'), [gone(funds(touched))]))).toBe(1)
})
test('C4 a launch is played again from its own logs', async () => {
  expect(await logsRead((ctx) => undoLaunches(ctx, chainId, launches, [gone(deposit(3n))]))).toBe(1)
})
test('C4 a token that a reorg took back reads no births of others', async () => {
  expect(await logsRead((ctx) => undoTokens(ctx, chainId, contract('tokenFactory'), [moved('personalToken')]))).toBe(0)
})
test('C4 passes that a reorg touched read no births and no sales of others', async () => {
  const [factory, market] = [contract('passFactory'), contract('passMarket')]
  const transfer = moved('accessPass')
  const topics = [...transfer.topics.slice(0, 3), one]
  expect(await logsRead((ctx) => undoPasses(ctx, chainId, { factory, market }, [{ ...transfer, topics, data: '0x' } as InboxLog]))).toBe(0)
})
