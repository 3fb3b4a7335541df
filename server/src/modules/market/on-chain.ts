import { accessPassAbi } from '@corefans/chain/abi/access-pass.ts'
import { decoderOf } from '@corefans/chain/watch/decode.ts'
import { zeroAddress } from 'viem'
import { logsNaming } from '../../kernel/chain-inbox.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import type { InboxLog } from '../../kernel/ports/chain.ts'
import type { ChainSubscriber } from '../../kernel/ports/chain-subscriber.ts'
import { announceSales } from './announce.ts'
import {
  deleteSales,
  type EndedRow,
  endListings,
  forgetWallets,
  insertSales,
  keepWallets,
  projectedTables,
  reviveListings,
  walletsNow,
} from './chain-store.ts'
import { followCovers } from './cover.ts'
import { forgetCovers } from './cover-store.ts'
import { type MarketLog, marketLogs, projectWallet, type SaleRow, salesIn, tokenMovers, walletOf } from './projection.ts'

/** Follows the market's logs, after passes has followed those of the passes. */
export function onChain(host: Host): void {
  const { passMarket } = host.chain.contracts
  if (!passMarket) return
  host.onChain(marketSubscriber({ market: passMarket, askAgain: followCovers(host) }))
  host.topic('market', async (_read, names) => new Set(names.filter((name) => name === 'all')))
}

type Following = { market: string; askAgain: () => void }

export function marketSubscriber({ market, askAgain }: Following): ChainSubscriber {
  const follow = async (ctx: Ctx, logs: readonly InboxLog[]) => {
    const movers = tokenMovers(logs)
    if (movers.length > 0 && (await forgetCovers(ctx, movers))) ctx.afterCommit(askAgain)
  }
  return {
    name: 'market',
    projection: {
      tables: projectedTables,
      project: async (ctx, logs) => void (await projectMarket(ctx, marketLogs(logs))),
      replay: (ctx, gone) => replay(ctx, market, marketLogs(gone)),
    },
    apply: async (ctx, logs) => {
      await apply(ctx, logs)
      await follow(ctx, logs)
    },
    undo: async (ctx, gone, takeBack) => {
      await takeBack()
      const from = gone[0]?.block.number ?? 0n
      for (const listing of await reviveListings(ctx, from)) await changed(ctx, listing, 'listed')
      await follow(ctx, gone)
    },
  }
}

async function apply(ctx: Ctx, logs: readonly InboxLog[]): Promise<void> {
  const { sales, makers } = await projectMarket(ctx, marketLogs(logs))
  await announceSales(ctx, sales)
  const passes = touchedPasses(logs)
  if (passes.length + makers.length === 0) return
  const block = logs.at(-1)?.block.number ?? 0n
  for (const ended of await endListings(ctx, { passes, makers, block })) await changed(ctx, ended, 'gone')
}

/** Keeps sales, and what the market holds of the wallets that these logs concern; answers both. */
async function projectMarket(ctx: Ctx, logs: readonly MarketLog[]): Promise<{ sales: SaleRow[]; makers: string[] }> {
  const seen = salesIn(logs)
  const sales = seen.length > 0 ? await insertSales(ctx, seen) : []
  return { sales, makers: await followWallets(ctx, logs) }
}

/** Folds the logs into the wallets they concern; answers these wallets. */
async function followWallets(ctx: Ctx, logs: readonly MarketLog[]): Promise<string[]> {
  const wallets = [...new Set(logs.map(walletOf).filter((wallet) => wallet !== null))]
  if (wallets.length === 0) return []
  const states = await walletsNow(ctx, wallets)
  for (const log of logs) {
    const state = states.get(walletOf(log) ?? '')
    if (state) projectWallet(state, log)
  }
  await keepWallets(ctx, states.values())
  return wallets
}

/** The wallets that orphaned logs concern are what a replay gives; sales go by their place. */
async function replay(ctx: Ctx, market: string, orphaned: readonly MarketLog[]): Promise<void> {
  if (orphaned.length === 0) return
  await deleteSales(
    ctx,
    orphaned.map(({ log: { txHash, positionInTx } }) => ({ txHash, positionInTx })),
  )
  const wallets = new Set(orphaned.map(walletOf).filter((wallet) => wallet !== null))
  await forgetWallets(ctx, [...wallets])
  const named = await logsNaming(ctx, market, [...wallets] as `0x${string}`[])
  const left = marketLogs(named).filter((log) => wallets.has(walletOf(log) ?? ''))
  await followWallets(ctx, left)
}

const changed = (ctx: Ctx, { id, collection, tokenId, price, token }: EndedRow, change: 'listed' | 'gone') =>
  ctx.emit({
    ...{ type: 'listing.changed', listingId: id, collection, tokenId, tierId: Number(BigInt(tokenId) >> 32n) },
    ...{ change, price, token },
  })

const decodePass = decoderOf(accessPassAbi)

/** Passes that a log may have taken off the market: moved, lent, ended, used, renewed. */
function touchedPasses(logs: readonly InboxLog[]): { collection: string; id: string }[] {
  const touched = new Map<string, { collection: string; id: string }>()
  for (const log of logs) {
    const event = log.kind === 'accessPass' ? decodePass(log) : null
    const id = event && idIn(event)
    if (id !== null) touched.set(`${log.address}/${id}`, { collection: log.address.toLowerCase(), id: id.toString() })
  }
  return [...touched.values()]
}

function idIn(event: NonNullable<ReturnType<typeof decodePass>>): bigint | null {
  if (event.eventName === 'Transfer') return event.args.from === zeroAddress ? null : event.args.id
  if (event.eventName === 'UpdateUser') return event.args.tokenId
  return event.eventName === 'MetadataUpdate' ? event.args._tokenId : null
}
