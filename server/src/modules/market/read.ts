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
async function around<Row extends { collection: string }>(
  read: Read,
  _chain: ChainPort,
  rows: readonly Row[],
  walletsIn: (row: Row) => readonly string[],
) {
  const collections = rows.map(({ collection }) => collection)
  const [tiers, people] = await Promise.all([tiersIn(read, collections), whose(read, rows.flatMap(walletsIn))])
  return { tiers, people }
}

/** Listings with their tiers and people; one whose creator nobody knows is left out. */
export async function presentListings(read: Read, chain: ChainPort, rows: readonly AskRow[]): Promise<ListingView[]> {
  if (rows.length === 0) return []
  const { tiers, people } = await around(read, chain, rows, ({ maker }) => [maker])
  return rows.flatMap((row) => {
    const tier = tiers.get(`${row.collection}/${row.passTier}`)
    return tier ? [presentListing(chain, row, { tier, people: people.holding, viewer: read.actor })] : []
  })
}

export async function presentOffers(read: Read, chain: ChainPort, rows: readonly BidRow[]): Promise<OfferView[]> {
  if (rows.length === 0) return []
  const { tiers, people } = await around(read, chain, rows, ({ maker, creatorWallet }) => [maker, creatorWallet])
  return rows.map((row) => {
    const tierName = tiers.get(`${row.collection}/${row.tierId}`)?.name ?? null
    return presentOffer(chain, row, { tierName, people: people.named, viewer: read.actor })
  })
}

type ListingsInput = Scope &
  Paged & { currency?: Currency | undefined } & Pick<ListingFilter, 'priceMin' | 'priceMax' | 'daysLeft' | 'sort'>

/** The coin that listings are asked for in; bounds of prices without a currency are in the native coin. */
function coinAsked(chain: ChainPort, { currency, priceMin, priceMax }: ListingsInput): string | undefined {
  const named = currency ?? (priceMin !== undefined || priceMax !== undefined ? 'core' : undefined)
  return named && (assetOf(chain, named) ?? 'none')
}

export const listListings =
  (chain: ChainPort) =>
  async (read: Read, input: ListingsInput): Promise<Page<ListingView>> => {
    const { limit, cursor, creator, currency: _, ...filter } = input
    const creators = await creatorsNamed(read, { creator })
    const rows = await liveAsks(read, chain.id, { ...filter, coin: coinAsked(chain, input), creators, limit, after: byKey.read(cursor) })
    const views = await presentListings(read, chain, rows.slice(0, limit))
    return { items: views, nextCursor: byKey.cut(rows, limit, ({ cursor: key, id }) => ({ key, id })).nextCursor }
  }

export const readListing =
  (chain: ChainPort) =>
  async (read: Read, { listingId }: { listingId: string }): Promise<ListingView> => {
    const [listing] = await presentListings(read, chain, await liveAsksBy(read, chain.id, { ids: [listingId] }))
    if (!listing) throw problem['listing-inactive']()
    return listing
  }

export const listOffers =
  (chain: ChainPort) =>
  async (read: Read, { side, limit, cursor }: Paged & { side: 'made' | 'received' }): Promise<Page<OfferView>> => {
    const wallets = await addressesOf(read, me(read))
    const place = { after: byKey.read(cursor), limit }
    const rows =
      side === 'made' ? await bidsBy(read, chain.id, wallets, place) : await bidsFor(read, chain.id, { wallets, account: me(read) }, place)
    const views = await presentOffers(read, chain, rows.slice(0, limit))
    return { items: views, nextCursor: byKey.cut(rows, limit, ({ cursor: key, id }) => ({ key, id })).nextCursor }
  }

export const readPassPage =
  (chain: ChainPort) =>
  async (read: Read, which: { collection: string; tokenId: string }): Promise<PassPageView> => {
    const pass = await findPass(read, which.collection, which.tokenId)
    if (!pass) throw problem['unknown-pass']()
    const { confirmations: _blocks, owner: ownerAddress, ...facts } = pass
    const [asks, bids, people] = await Promise.all([
      liveAsksBy(read, chain.id, { pass: which }),
      bidsOnPass(read, chain.id, { ...which, viewer: read.actor }),
      whose(read, [ownerAddress]),
    ])
    const owner = people.holding(ownerAddress)
    const [listing = null] = await presentListings(read, chain, asks)
    return {
      ...facts,
      ...{ collection: which.collection, owner, ownerAddress, listing },
      offers: await presentOffers(read, chain, bids),
      viewer: { isMine: owner !== null && owner.id === read.actor },
    }
  }

export const readStats =
  (chain: ChainPort) =>
  async (read: Read, { creator, tier, currency }: Scope & { currency: Currency }): Promise<MarketStats> => {
    const coin = assetOf(chain, currency) ?? 'none'
    const stats = await statsOf(read, chain.id, { creators: await creatorsNamed(read, { creator }), tier, coin })
    const money = (amount: string) => moneyOf(chain, coin, amount)
    const { floor, last } = stats
    return {
      ...{ floor: floor === null ? null : money(floor), listed: stats.listed, sales: stats.sales },
      ...{ volume: money(stats.volume), lastSale: last === null ? null : money(last) },
    }
  }

type SalesInput = Scope & Paged & { collection?: string | undefined; tokenId?: string | undefined }

export const listSales =
  (chain: ChainPort) =>
  async (read: Read, { creator, limit, cursor, ...scope }: SalesInput): Promise<Page<SaleView>> => {
    const creators = await creatorsNamed(read, { creator })
    const coins = (['core', 'usd'] as const).flatMap((currency) => assetOf(chain, currency) ?? [])
    const found = await salesOf(read, chain.id, { ...scope, coins, creators, limit, after: byKey.read(cursor) })
    const { rows, nextCursor } = byKey.cut(found, limit, ({ key, txHash }) => ({ key, id: txHash }))
    const { tiers, people } = await around(read, chain, rows, ({ seller, buyer, creatorWallet }) => [seller, buyer, creatorWallet])
    const views = rows.map((row) => {
      const tierName = tiers.get(`${row.collection}/${row.tierId}`)?.name ?? `Tier ${row.tierId}`
      return presentSale(chain, row, { tierName, people })
    })
    return { items: views, nextCursor }
  }

export const readMyMarket = (chain: ChainPort, askCover: AskCover) => async (read: Read) => {
  const makers = await addressesOf(read, me(read))
  // A node that does not answer takes no listing off the page.
  const [states, covers] = await Promise.all([walletsNow(read, chain.id, makers), askCover(makers).catch(() => [])])
  const dollarsOf = (wallet: string) => {
    const cover = covers.find((one) => one.wallet === wallet)
    return cover ? { balance: priceIn(chain, cover.token, cover.balance), allowed: priceIn(chain, cover.token, cover.allowed) } : null
  }
  return {
    wallets: [...states.values()].map(({ wallet, counter, fundsWei }) => ({
      ...{ address: wallet, counter: counter.toString(), offerFunds: priceIn(chain, null, fundsWei), dollars: dollarsOf(wallet) },
    })),
    listings: await presentListings(read, chain, await liveAsksBy(read, chain.id, { makers })),
  }
}
