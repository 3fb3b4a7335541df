import type { ListingView, MarketStats, OfferView, PassPageView, SaleView } from '@corefans/shared/contracts/market.ts'
import type { Currency } from '@corefans/shared/values/money.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import { me, type Read } from '../../kernel/ctx.ts'
import { assetOf, moneyOf } from '../../kernel/currency.ts'
import { column, cursorBy } from '../../kernel/cursor.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { accountsOfWallets, walletsOf } from '../accounts/index.ts'
import { findPass, tiersIn } from '../passes/index.ts'
import { accountNamed, hidersAmong, peopleOf } from '../profiles/index.ts'
import { notBlocking } from '../safety/index.ts'
import { walletsNow } from './chain-store.ts'
import type { AskCover } from './cover.ts'
import { type AskRow, type BidRow, bidsBy, bidsFor, bidsOnPass, type ListingFilter, liveAsks, liveAsksBy } from './order-store.ts'
import { type People, presentListing, presentOffer, presentSale, priceIn } from './present.ts'
import { problem } from './problems.ts'
import { salesOf, statsOf } from './sale-store.ts'

/** Each list has a number of its own as key; the digest of the order or the transaction tells equals apart. */
const byKey = cursorBy({ key: column.numeric, id: column.hash })
type Paged = { limit: number; cursor?: string | undefined }
type Scope = { creator?: string | undefined; tier?: number | undefined }

/** The wallets of an account. */
export const addressesOf = async (read: Read, account: string): Promise<string[]> =>
  ((await walletsOf(read, [account])).get(account) ?? []).map(({ address }) => address)

/** The wallets of a creator; nothing where nobody is named. */
const creatorsNamed = async (read: Read, { creator }: Scope): Promise<string[] | undefined> =>
  creator === undefined ? undefined : addressesOf(read, (await accountNamed(read, creator)).id)

/** Whoever signed or gets paid by name, and whoever holds or held by name unless they hide what they hold from others. */
async function whose(read: Read, wallets: readonly string[]): Promise<{ named: People; holding: People }> {
  const accounts = await accountsOfWallets(read, [...new Set(wallets)])
  const ids = [...new Set(accounts.values())]
  const [people, hiders] = await Promise.all([peopleOf(read, ids), hidersAmong(read, ids)])
  const hidden = (id: string) => id !== read.actor && hiders.has(id)
  const named: People = (wallet) => people.get(accounts.get(wallet) ?? '') ?? null
  return { named, holding: (wallet) => (hidden(accounts.get(wallet) ?? '') ? null : named(wallet)) }
}

/** The tiers and people of rows; `walletsIn` names those of one row. */
async function around<Row extends { collection: string }>(read: Read, rows: readonly Row[], walletsIn: (row: Row) => readonly string[]) {
  const collections = rows.map(({ collection }) => collection)
  const [tiers, people] = await Promise.all([tiersIn(read, collections), whose(read, rows.flatMap(walletsIn))])
  return { tiers, people }
}

/** Listings with their tiers and people; one whose creator nobody knows, or has blocked the actor, is left out. */
export async function presentListings(read: Read, rows: readonly AskRow[]): Promise<ListingView[]> {
  if (rows.length === 0) return []
  const { tiers, people } = await around(read, rows, ({ maker }) => [maker])
  const here = await notBlocking(
    read,
    [...tiers.values()].map(({ creator }) => creator.id),
  )
  return rows.flatMap((row) => {
    const tier = tiers.get(`${row.collection}/${row.passTier}`)
    return tier && here.has(tier.creator.id) ? [presentListing(read.chain, row, { tier, people: people.holding, viewer: read.actor })] : []
  })
}

export async function presentOffers(read: Read, rows: readonly BidRow[]): Promise<OfferView[]> {
  if (rows.length === 0) return []
  const { tiers, people } = await around(read, rows, ({ maker, creatorWallet }) => [maker, creatorWallet])
  return rows.map((row) => {
    const tierName = tiers.get(`${row.collection}/${row.tierId}`)?.name ?? null
    return presentOffer(read.chain, row, { tierName, people: people.named, viewer: read.actor })
  })
}

type ListingsInput = Scope &
  Paged & { currency?: Currency | undefined } & Pick<ListingFilter, 'priceMin' | 'priceMax' | 'daysLeft' | 'sort'>

/** The coin that listings are asked for in; bounds of prices without a currency are in the native coin. */
function coinAsked(chain: ChainPort, { currency, priceMin, priceMax }: ListingsInput): string | undefined {
  const named = currency ?? (priceMin !== undefined || priceMax !== undefined ? 'core' : undefined)
  return named && (assetOf(chain, named) ?? 'none')
}

export const listListings = async (read: Read, input: ListingsInput): Promise<Page<ListingView>> => {
  const { limit, cursor, creator, currency: _, ...filter } = input
  const creators = await creatorsNamed(read, { creator })
  const rows = await liveAsks(read, { ...filter, coin: coinAsked(read.chain, input), creators, limit, after: byKey.read(cursor) })
  const views = await presentListings(read, rows.slice(0, limit))
  return { items: views, nextCursor: byKey.cut(rows, limit, ({ cursor: key, id }) => ({ key, id })).nextCursor }
}

export const readListing = async (read: Read, { listingId }: { listingId: string }): Promise<ListingView> => {
  const [listing] = await presentListings(read, await liveAsksBy(read, { ids: [listingId] }))
  if (!listing) throw problem['listing-inactive']()
  return listing
}

export const listOffers = async (read: Read, { side, limit, cursor }: Paged & { side: 'made' | 'received' }): Promise<Page<OfferView>> => {
  const wallets = await addressesOf(read, me(read))
  const place = { after: byKey.read(cursor), limit }
  const rows = side === 'made' ? await bidsBy(read, wallets, place) : await bidsFor(read, { wallets, account: me(read) }, place)
  const views = await presentOffers(read, rows.slice(0, limit))
  return { items: views, nextCursor: byKey.cut(rows, limit, ({ cursor: key, id }) => ({ key, id })).nextCursor }
}

export const readPassPage = async (read: Read, which: { collection: string; tokenId: string }): Promise<PassPageView> => {
  const pass = await findPass(read, which.collection, which.tokenId)
  if (!pass) throw problem['unknown-pass']()
  const { confirmations: _blocks, owner: ownerAddress, ...facts } = pass
  const [asks, bids, people] = await Promise.all([
    liveAsksBy(read, { pass: which }),
    bidsOnPass(read, { ...which, viewer: read.actor }),
    whose(read, [ownerAddress]),
  ])
  const owner = people.holding(ownerAddress)
  const [listing = null] = await presentListings(read, asks)
  return {
    ...facts,
    ...{ collection: which.collection, owner, ownerAddress, listing },
    offers: await presentOffers(read, bids),
    viewer: { isMine: owner !== null && owner.id === read.actor },
  }
}

export const readStats = async (read: Read, { creator, tier, currency }: Scope & { currency: Currency }): Promise<MarketStats> => {
  const coin = assetOf(read.chain, currency) ?? 'none'
  const stats = await statsOf(read, { creators: await creatorsNamed(read, { creator }), tier, coin })
  const money = (amount: string) => moneyOf(read.chain, coin, amount)
  const { floor, last } = stats
  return {
    ...{ floor: floor === null ? null : money(floor), listed: stats.listed, sales: stats.sales },
    ...{ volume: money(stats.volume), lastSale: last === null ? null : money(last) },
  }
}

type SalesInput = Scope & Paged & { collection?: string | undefined; tokenId?: string | undefined }

export const listSales = async (read: Read, { creator, limit, cursor, ...scope }: SalesInput): Promise<Page<SaleView>> => {
  const creators = await creatorsNamed(read, { creator })
  const coins = (['core', 'usd'] as const).flatMap((currency) => assetOf(read.chain, currency) ?? [])
  const found = await salesOf(read, { ...scope, coins, creators, limit, after: byKey.read(cursor) })
  const { rows, nextCursor } = byKey.cut(found, limit, ({ key, txHash }) => ({ key, id: txHash }))
  const { tiers, people } = await around(read, rows, ({ seller, buyer, creatorWallet }) => [seller, buyer, creatorWallet])
  const views = rows.map((row) => {
    const tierName = tiers.get(`${row.collection}/${row.tierId}`)?.name ?? `Tier ${row.tierId}`
    return presentSale(read.chain, row, { tierName, people })
  })
  return { items: views, nextCursor }
}

export const readMyMarket = (askCover: AskCover) => async (read: Read) => {
  const makers = await addressesOf(read, me(read))
  // A node that does not answer takes no listing off the page.
  const [states, covers] = await Promise.all([walletsNow(read, makers), askCover(makers).catch(() => [])])
  const dollarsOf = (wallet: string) => {
    const cover = covers.find((one) => one.wallet === wallet)
    return cover
      ? { balance: priceIn(read.chain, cover.token, cover.balance), allowed: priceIn(read.chain, cover.token, cover.allowed) }
      : null
  }
  return {
    wallets: [...states.values()].map(({ wallet, counter, fundsWei }) => ({
      ...{ address: wallet, counter: counter.toString(), offerFunds: priceIn(read.chain, null, fundsWei), dollars: dollarsOf(wallet) },
    })),
    listings: await presentListings(read, await liveAsksBy(read, { makers })),
  }
}
