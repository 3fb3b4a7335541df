import type { HoldingView, TierView } from '@corefans/shared/contracts/passes.ts'
import type { Read } from '../../kernel/ctx.ts'
import { accountsOfWallets, walletsOf } from '../accounts/index.ts'
import { peopleOf } from '../profiles/index.ts'
import { type Held, presentHolding, presentTier } from './present.ts'
import {
  activeTokens,
  bestSelling,
  countHolders,
  findToken,
  freeOnSale,
  type TierRow,
  tiersOfCollections,
  tiersOfWallets,
  tokensOf,
  wordsOf,
} from './store.ts'

/** The tiers of creators, by account, cheapest first. */
export async function tiersOf(read: Read, creators: readonly string[]): Promise<Map<string, TierView[]>> {
  const byCreator = new Map<string, TierView[]>(creators.map((id) => [id, []]))
  const wallets = [...(await walletsOf(read, creators)).values()].flat()
  if (wallets.length === 0) return byCreator
  const rows = await tiersOfWallets(
    read,
    wallets.map((wallet) => wallet.address),
  )
  for (const tier of await presentTiers(read, rows)) byCreator.get(tier.creator.id)?.push(tier)
  return byCreator
}

/** The tiers of collections, by `collection/tierId`; a collection of nobody we know has none. */
export async function tiersIn(read: Read, collections: readonly string[]): Promise<Map<string, TierView>> {
  const tiers = await presentTiers(read, await tiersOfCollections(read, [...new Set(collections)]))
  return new Map(tiers.map((tier) => [`${tier.collection}/${tier.tierId}`, tier]))
}

/** One pass, or null if the chain has none such. */
export async function findPass(read: Read, collection: string, tokenId: string): Promise<HoldingView | null> {
  const token = await findToken(read, collection, tokenId)
  const tier = token && (await tiersIn(read, [collection])).get(`${collection}/${token.tierId}`)
  return token && tier ? presentHolding(token, tier, { head: read.chain.head(), confirmations: read.chain.confirmations }) : null
}

async function presentTiers(read: Read, rows: readonly TierRow[]): Promise<TierView[]> {
  if (rows.length === 0) return []
  const owners = await accountsOfWallets(read, [...new Set(rows.map((row) => row.creatorWallet))])
  const creators = [...new Set(owners.values())]
  const [people, words, held] = await Promise.all([peopleOf(read, creators), wordsOf(read, creators), heldBy(read)])
  return rows.flatMap((row) => {
    const creator = people.get(owners.get(row.creatorWallet) ?? '')
    if (!creator) return []
    const said = words.find((w) => w.account === creator.id && w.tierId === row.tierId)
    return [presentTier(read.chain, row, { creator, words: said, held: held(row.collection, row.tierId) })]
  })
}

/** What the viewer holds of a tier: active, and until when; the longest counts. */
async function heldBy(read: Read): Promise<(collection: string, tierId: number) => Held> {
  if (!read.actor) return () => ({ holds: false, expiresAt: null })
  const wallets = ((await walletsOf(read, [read.actor])).get(read.actor) ?? []).map((wallet) => wallet.address)
  // What is lent to somebody opens nothing for its owner.
  const mine = (await tokensOf(read, wallets)).filter((token) => wallets.includes(token.holder))
  return (collection, tierId) => {
    const tokens = mine.filter((token) => token.collection === collection && token.tierId === tierId)
    const active = tokens.filter((token) => token.active)
    const last = (active.length > 0 ? active : tokens).reduce<Date | null>(
      (max, { expiresAt }) => (expiresAt && (!max || expiresAt > max) ? expiresAt : max),
      null,
    )
    return { holds: active.length > 0, expiresAt: active.some((token) => token.expiresAt === null) ? null : last }
  }
}

/** Which of these viewers hold an active pass of which creators: `viewer creator` → tier ids. */
export async function activePasses(read: Read, viewers: readonly string[], creators: readonly string[]): Promise<Map<string, Set<number>>> {
  const held = new Map<string, Set<number>>()
  const wallets = await walletsOf(read, [...new Set([...viewers, ...creators])])
  const addressesOf = (accounts: readonly string[]) =>
    accounts.flatMap((account) => (wallets.get(account) ?? []).map((wallet) => wallet.address))
  const [owners, sellers] = [addressesOf(viewers), addressesOf(creators)]
  if (owners.length === 0 || sellers.length === 0) return held
  const accountOf = new Map([...wallets].flatMap(([account, rows]) => rows.map((row) => [row.address, account] as const)))
  for (const token of await activeTokens(read, owners, sellers)) {
    const key = `${accountOf.get(token.owner)} ${accountOf.get(token.creatorWallet)}`
    held.set(key, (held.get(key) ?? new Set()).add(token.tierId))
  }
  return held
}

/** How many wallets hold an active pass of this creator, and what the account itself holds. */
export async function passFacts(
  read: Read,
  account: string,
): Promise<{ holders: number; holdings: { handle: string; creatorName: string; tierName: string }[] }> {
  const addresses = ((await walletsOf(read, [account])).get(account) ?? []).map((wallet) => wallet.address)
  if (addresses.length === 0) return { holders: 0, holdings: [] }
  const [holders, tokens] = await Promise.all([countHolders(read, addresses), tokensOf(read, addresses)])
  const active = tokens.filter((token) => token.active && addresses.includes(token.holder))
  const tiers = await presentTiers(
    { ...read, actor: null },
    await tiersOfWallets(read, [...new Set(active.map((token) => token.creatorWallet))]),
  )
  const holdings = active.slice(0, 24).flatMap((token) => {
    const tier = tiers.find((t) => t.collection === token.collection && t.tierId === token.tierId)
    return tier ? [{ handle: tier.creator.handle, creatorName: tier.creator.name, tierName: tier.name }] : []
  })
  return { holders, holdings }
}

/** Tiers that cost nothing and are not sold out, the best taken first: what the first minute can begin with. */
export const freeTiers = async (read: Read): Promise<TierView[]> => presentTiers(read, await freeOnSale(read, 12))

/** The pass for the rail: the one with most sales that is not sold out, not the viewer's own and not held yet. */
export async function promotedTier(read: Read): Promise<{ tier: TierView | null; why: string }> {
  const tiers = await presentTiers(read, await bestSelling(read, 12))
  const tier = tiers.find((t) => !t.viewer.holds && t.creator.id !== read.actor && t.price.amount !== '0' && t.price.decimals > 0) ?? null
  return { tier, why: 'CoreFans shows the pass with the most sales that you do not hold yet. Nobody paid for this place.' }
}
