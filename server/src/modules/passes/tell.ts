import type { AccessChanged } from '@corefans/shared/events/passes.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { accountsOfWallets } from '../accounts/index.ts'
import type { PassChange } from './rules.ts'
import { creatorWallets, findToken } from './store.ts'

type Reason = AccessChanged['reason']
type Accounts = { ofWallet: (wallet: string) => string | null; ofCollection: (collection: string) => string | null }

/** Domain events for changes just written: who bought, sent, received or renewed, and whose access that changes. */
export async function tell(ctx: Ctx, chainId: number, changes: readonly PassChange[]): Promise<void> {
  if (changes.length === 0) return
  const accounts = await accountsIn(ctx, chainId, changes)
  for (const change of changes) {
    const creatorId = accounts.ofCollection(change.collection)
    if (creatorId) await tellOne(ctx, chainId, change, { creatorId, ofWallet: accounts.ofWallet })
  }
}

type About = { creatorId: string; ofWallet: Accounts['ofWallet'] }
type Of<K extends PassChange['kind']> = Extract<PassChange, { kind: K }>

async function tellOne(ctx: Ctx, chainId: number, change: PassChange, about: About): Promise<void> {
  switch (change.kind) {
    case 'collection':
      return
    case 'tier':
      return ctx.emit({ type: 'tier.changed', creatorId: about.creatorId, tierId: change.tierId })
    case 'mint':
      return tellOfMint(ctx, change, about)
    case 'move':
      return tellOfMove(ctx, change, about)
    case 'expiry':
      return tellOfExpiry(ctx, chainId, change, about)
  }
}

async function tellOfMint(ctx: Ctx, change: Of<'mint'>, { creatorId, ofWallet }: About): Promise<void> {
  const buyerId = ofWallet(change.owner)
  const { tierId, txHash } = change
  await ctx.emit({ type: 'pass.minted', creatorId, tierId, tokenId: change.tokenId.toString(), buyerId, txHash })
  await ctx.emit({ type: 'tier.changed', creatorId, tierId })
  await accessChanged(ctx, buyerId, creatorId, 'bought')
}

async function tellOfMove(ctx: Ctx, change: Of<'move'>, { creatorId, ofWallet }: About): Promise<void> {
  const [fromId, toId] = [ofWallet(change.from), ofWallet(change.owner)]
  const { tierId, txHash } = change
  await ctx.emit({ type: 'pass.transferred', creatorId, tierId, tokenId: change.tokenId.toString(), fromId, toId, txHash })
  await accessChanged(ctx, fromId, creatorId, 'sent')
  await accessChanged(ctx, toId, creatorId, 'received')
}

async function tellOfExpiry(ctx: Ctx, chainId: number, change: Of<'expiry'>, { creatorId }: About): Promise<void> {
  const token = await findToken(ctx, chainId, change.collection, change.tokenId.toString())
  if (!token) return
  const { tokenId, collection, expiresAt } = token
  const holderId = (await accountsOfWallets(ctx, [token.owner])).get(token.owner) ?? null
  await ctx.emit({ type: 'pass.renewed', creatorId, tierId: change.tierId, tokenId, holderId, expiresAt: expiresAt?.toISOString() ?? null })
  await accessChanged(ctx, holderId, creatorId, 'renewed')
  if (!expiresAt) return
  await ctx.addJob('passes.expired', { collection, tokenId }, { runAt: expiresAt, key: `pass-expiry ${chainId} ${collection} ${tokenId}` })
}

/** Everybody whom an orphaned change concerned asks again what they may open. */
export async function tellOfReorg(ctx: Ctx, chainId: number, orphaned: readonly PassChange[]): Promise<void> {
  const accounts = await accountsIn(ctx, chainId, orphaned)
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
  if (change.kind === 'mint') return [change.owner]
  if (change.kind === 'move') return [change.from, change.owner]
  return change.kind === 'collection' ? [change.creatorWallet] : []
}

async function accountsIn(ctx: Ctx, chainId: number, changes: readonly PassChange[]): Promise<Accounts> {
  const creators = new Map(
    (await creatorWallets(ctx, chainId, [...new Set(changes.map((change) => change.collection))])).map((row) => [row.address, row.wallet]),
  )
  const wallets = await accountsOfWallets(ctx, [...new Set([...creators.values(), ...changes.flatMap(walletsIn)])])
  return {
    ofWallet: (wallet) => wallets.get(wallet) ?? null,
    ofCollection: (collection) => wallets.get(creators.get(collection) ?? '') ?? null,
  }
}
