import { accessPassAbi } from '@corefans/chain/abi/access-pass.ts'
import { decoderOf } from '@corefans/chain/watch/decode.ts'
import { zeroAddress } from 'viem'
import { logsNaming } from '../../kernel/chain-inbox.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import type { ChainPort, InboxLog } from '../../kernel/ports/chain.ts'
import { announceSales } from './announce.ts'
import {
  deleteSales,
  type EndedRow,
  endListings,
  forgetWallets,
  insertSales,
  keepWallets,
  reviveListings,
  walletsNow,
} from './chain-store.ts'
import { followCovers } from './cover.ts'
import { forgetCovers } from './cover-store.ts'
import { type MarketLog, marketLogs, projectWallet, salesIn, tokenMovers, walletOf } from './projection.ts'

/** Follows the market's logs, after passes has followed those of the passes. */
export function onChain(host: Host): void {
  const { id, contracts } = host.chain
  const { passMarket } = contracts
  if (!passMarket) return
  const askAgain = followCovers(host)
  const follow = (does: (ctx: Ctx, logs: readonly InboxLog[]) => Promise<void>) => async (ctx: Ctx, logs: readonly InboxLog[]) => {
    await does(ctx, logs)
    const movers = tokenMovers(logs)
    if (movers.length > 0 && (await forgetCovers(ctx, id, movers))) ctx.afterCommit(askAgain)
  }
  host.onChain({
    name: 'market',
    apply: follow((ctx, logs) => apply(ctx, host.chain, logs)),
    undo: follow((ctx, logs) => undo(ctx, id, passMarket, logs)),
  })
  host.topic('market', async (_read, names) => new Set(names.filter((name) => name === 'all')))
}

async function apply(ctx: Ctx, chain: ChainPort, logs: readonly InboxLog[]): Promise<void> {
  const chainId = chain.id
  const ours = marketLogs(logs)
  const seen = salesIn(ours)
  const sales = seen.length > 0 ? await insertSales(ctx, chainId, seen) : []
  const makers = await followWallets(ctx, chainId, ours)
  await announceSales(ctx, chain, sales)
  const passes = touchedPasses(logs)
  if (passes.length + makers.length === 0) return
  for (const ended of await endListings(ctx, chainId, { passes, makers })) await changed(ctx, ended, 'gone')
}

/** Folds the logs into the wallets they concern; answers these wallets. */
async function followWallets(ctx: Ctx, chainId: number, logs: readonly MarketLog[]): Promise<string[]> {
  const wallets = [...new Set(logs.map(walletOf).filter((wallet) => wallet !== null))]
  if (wallets.length === 0) return []
  const states = await walletsNow(ctx, chainId, wallets)
  for (const log of logs) {
    const state = states.get(walletOf(log) ?? '')
    if (state) projectWallet(state, log)
  }
  await keepWallets(ctx, chainId, states.values())
  return wallets
}

/** After a reorg the wallets concerned are what a replay gives; sales go by their place; views need nothing. */
export async function undo(ctx: Ctx, chainId: number, market: string, gone: readonly InboxLog[]): Promise<void> {
  const orphaned = marketLogs(gone)
  if (orphaned.length > 0) {
    await deleteSales(
      ctx,
      chainId,
      orphaned.map(({ log: { txHash, positionInTx } }) => ({ txHash, positionInTx })),
    )
    const wallets = new Set(orphaned.map(walletOf).filter((wallet) => wallet !== null))
    await forgetWallets(ctx, chainId, [...wallets])
    const named = await logsNaming(ctx, chainId, market, [...wallets] as `0x${string}`[])
    const left = marketLogs(named).filter((log) => wallets.has(walletOf(log) ?? ''))
    await followWallets(ctx, chainId, left)
  }
  for (const listing of await reviveListings(ctx, chainId)) await changed(ctx, listing, 'listed')
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
