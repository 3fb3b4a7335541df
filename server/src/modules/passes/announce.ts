import type { AccessChanged } from '@corefans/shared/events/passes.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { accountsOfWallets } from '../accounts/index.ts'
import type { PassChange } from './rules.ts'
import { creatorWallets, type TokenRow, tokensByIds } from './store.ts'

type Reason = AccessChanged['reason']
type Accounts = { ofWallet: (wallet: string) => string | null; ofCollection: (collection: string) => string | null }

/** Domain events for changes just written: who bought, sent, received, lent or renewed, and whose access that changes. */
export async function announce(ctx: Ctx, changes: readonly PassChange[]): Promise<void> {
  const touched = changes.flatMap((c) => ('tokenId' in c ? [{ collection: c.collection, tokenId: c.tokenId.toString() }] : []))
  const tokens = touched.length > 0 ? await tokensByIds(ctx, touched) : []
  const accounts = await accountsIn(ctx, changes, tokens)
  const about = {
    ofWallet: accounts.ofWallet,
    tokenOf: ({ collection, tokenId }: { collection: string; tokenId: bigint }) =>
      tokens.find((token) => token.collection === collection && token.tokenId === tokenId.toString()),
  }
  for (const change of changes) {
    const creatorId = accounts.ofCollection(change.collection)
    if (creatorId) await announceOne(ctx, change, { creatorId, ...about })
  }
  await foreseeEnds(ctx, tokens)
}

type About = {
  creatorId: string
  ofWallet: Accounts['ofWallet']
  tokenOf: (change: { collection: string; tokenId: bigint }) => TokenRow | undefined
}
type Of<K extends PassChange['kind']> = Extract<PassChange, { kind: K }>
type Announce<K extends PassChange['kind']> = (ctx: Ctx, change: Of<K>, about: About) => Promise<void>

const tierChanged = (ctx: Ctx, { tierId }: { tierId: number }, { creatorId }: About) =>
  ctx.emit({ type: 'tier.changed', creatorId, tierId })

const announcers: { [K in PassChange['kind']]?: Announce<K> } = {
  tier: tierChanged,
  'pay-token': tierChanged,
  mint: announceMint,
  move: announceMove,
  expiry: announceExpiry,
  loan: (ctx, change, about) => announceBoth(ctx, change, about, change.user === null ? 'returned' : 'lent'),
  use: announceUse,
  end: (ctx, change, about) => announceBoth(ctx, change, about, 'expired'),
}

async function announceOne<K extends PassChange['kind']>(ctx: Ctx, change: Of<K>, about: About): Promise<void> {
  await announcers[change.kind as K]?.(ctx, change, about)
}

/** A loan or an end concerns the owner and whoever has or had the access. */
async function announceBoth(ctx: Ctx, change: Of<'loan' | 'end'>, { creatorId, ofWallet, tokenOf }: About, reason: Reason): Promise<void> {
  const token = tokenOf(change)
  if (!token) return
  const borrower = change.kind === 'loan' ? change.user : token.holder
  const concerned = new Set([ofWallet(token.owner), borrower === null ? null : ofWallet(borrower), ofWallet(token.holder)])
  for (const account of concerned) await accessChanged(ctx, account, creatorId, reason)
}

/** At the last second of a pass or a loan its people ask again: one job per pass and kind, however often it changed. */
async function foreseeEnds(ctx: Ctx, tokens: readonly TokenRow[]): Promise<void> {
  for (const { collection, tokenId, expiresAt, graceS, userUntil, holder } of tokens) {
    const which = `${ctx.chain.id} ${collection} ${tokenId}`
    const endsAt = expiresAt && new Date(expiresAt.getTime() + graceS * 1_000)
    if (endsAt && endsAt > ctx.now)
      await ctx.addJob('passes.expired', { collection, tokenId }, { runAt: endsAt, key: `pass-expiry ${which}` })
    if (userUntil && userUntil > ctx.now)
      await ctx.addJob('passes.returned', { collection, tokenId, borrower: holder }, { runAt: userUntil, key: `pass-loan ${which}` })
  }
}

async function announceMint(ctx: Ctx, change: Of<'mint'>, { creatorId, ofWallet }: About): Promise<void> {
  const buyerId = ofWallet(change.owner)
  const { tierId, txHash } = change
  await ctx.emit({ type: 'pass.minted', creatorId, tierId, tokenId: change.tokenId.toString(), buyerId, txHash })
  await ctx.emit({ type: 'tier.changed', creatorId, tierId })
  await accessChanged(ctx, buyerId, creatorId, 'bought')
}

async function announceMove(ctx: Ctx, change: Of<'move'>, { creatorId, ofWallet }: About): Promise<void> {
  const [fromId, toId] = [ofWallet(change.from), ofWallet(change.owner)]
  const { tierId, txHash } = change
  const isSale = change.isSale
  await ctx.emit({ type: 'pass.transferred', creatorId, tierId, tokenId: change.tokenId.toString(), fromId, toId, txHash, isSale })
  await accessChanged(ctx, fromId, creatorId, isSale ? 'sold' : 'sent')
  await accessChanged(ctx, toId, creatorId, isSale ? 'bought' : 'received')
}

async function announceExpiry(ctx: Ctx, change: Of<'expiry'>, { creatorId, ofWallet, tokenOf }: About): Promise<void> {
  const token = tokenOf(change)
  if (!token) return
  const { tokenId, expiresAt } = token
  const holderId = ofWallet(token.holder)
  await ctx.emit({ type: 'pass.renewed', creatorId, tierId: change.tierId, tokenId, holderId, expiresAt: expiresAt?.toISOString() ?? null })
  await accessChanged(ctx, holderId, creatorId, 'renewed')
}

async function announceUse(ctx: Ctx, change: Of<'use'>, { creatorId, ofWallet, tokenOf }: About): Promise<void> {
  const token = tokenOf(change)
  if (!token) return
  const { tokenId, owner } = token
  await ctx.emit({ type: 'pass.used', creatorId, tierId: change.tierId, tokenId, ownerId: ofWallet(owner) })
}

/** Everybody whom an orphaned change concerned asks again what they may open. */
export async function announceReorg(ctx: Ctx, orphaned: readonly PassChange[]): Promise<void> {
  const accounts = await accountsIn(ctx, orphaned)
  const concerned = new Set<string>()
  for (const change of orphaned) {
    const creatorId = accounts.ofCollection(change.collection)
    if (!creatorId) continue
    for (const wallet of walletsIn(change)) {
      const account = accounts.ofWallet(wallet)
      if (account) concerned.add(`${account} ${creatorId}`)
    }
  }
  for (const pair of concerned) {
    const [account, creatorId] = pair.split(' ') as [string, string]
    await accessChanged(ctx, account, creatorId, 'reorg')
  }
}

export async function accessChanged(ctx: Ctx, accountId: string | null, creatorId: string, reason: Reason): Promise<void> {
  if (accountId) await ctx.emit({ type: 'access.changed', accountId, creatorId, reason })
}

function walletsIn(change: PassChange): string[] {
  if (change.kind === 'loan') return change.user === null ? [] : [change.user]
  if (change.kind === 'mint') return [change.owner]
  if (change.kind === 'move') return [change.from, change.owner]
  return change.kind === 'collection' ? [change.creatorWallet] : []
}

async function accountsIn(ctx: Ctx, changes: readonly PassChange[], tokens: readonly TokenRow[] = []): Promise<Accounts> {
  const creators = new Map(
    (await creatorWallets(ctx, [...new Set(changes.map((change) => change.collection))])).map((row) => [row.address, row.wallet]),
  )
  const wallets = await accountsOfWallets(ctx, [
    ...new Set([...creators.values(), ...changes.flatMap(walletsIn), ...tokens.flatMap((token) => [token.owner, token.holder])]),
  ])
  return {
    ofWallet: (wallet) => wallets.get(wallet) ?? null,
    ofCollection: (collection) => wallets.get(creators.get(collection) ?? '') ?? null,
  }
}
