import { resaleParts } from '@corefans/chain/fees.ts'
import { serialOf } from '@corefans/chain/pass-id.ts'
import type { ListingView, OfferView, SaleView } from '@corefans/shared/contracts/market.ts'
import type { TierView } from '@corefans/shared/contracts/passes.ts'
import type { Person } from '@corefans/shared/contracts/profiles.ts'
import type { Money } from '@corefans/shared/values/money.ts'
import { moneyOf } from '../../kernel/currency.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import type { AskRow, BidRow, OrderRow } from './order-store.ts'
import type { SaleStored } from './sale-store.ts'

/** Whose wallets these are, as far as anybody linked them. */
export type People = (wallet: string) => Person | null

const scopes = ['pass', 'tier', 'collection'] as const

type Chain = Pick<ChainPort, 'id' | 'contracts'>

/** An amount in the coin of an order or sale. */
export const priceIn = (chain: Chain, token: string | null, amount: bigint | string): Money => moneyOf(chain, token ?? 'native', amount)

const orderOf = ({ maker, collection, price, token, minExpiry, deadlineS, nonce, counter, signature }: OrderRow) => ({
  ...{ maker, nft: collection, price, token, minExpiry: Number(minExpiry), deadline: Number(deadlineS), nonce, counter, signature },
})

export function presentListing(
  chain: Chain,
  row: AskRow,
  { tier, people, viewer }: { tier: TierView; people: People; viewer: string | null },
): ListingView {
  const { fee, royalty } = resaleParts(BigInt(row.price), row.royaltyBps)
  return {
    listingId: row.id,
    order: { ...orderOf(row), id: row.tokenId, tokenNonce: row.moves },
    serial: serialOf(BigInt(row.tokenId)),
    tier,
    seller: people(row.maker),
    price: priceIn(chain, row.token, row.price),
    fee: priceIn(chain, row.token, fee),
    royalty: priceIn(chain, row.token, royalty),
    royaltyBps: row.royaltyBps,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    endsAt: row.deadline.toISOString(),
    listedAt: row.createdAt.toISOString(),
    viewer: { isMine: row.accountId === viewer },
  }
}

const idOf = (row: BidRow): string => row.tokenId ?? row.tierId?.toString() ?? '0'

export const presentOffer = (
  chain: Chain,
  row: BidRow,
  { tierName, people, viewer }: { tierName: string | null; people: People; viewer: string | null },
): OfferView => ({
  offerId: row.id,
  order: { ...orderOf(row), id: idOf(row), scope: row.scope },
  scope: scopes[row.scope] ?? 'pass',
  creator: people(row.creatorWallet),
  tierName,
  serial: row.tokenId === null ? null : serialOf(BigInt(row.tokenId)),
  bidder: people(row.maker),
  price: priceIn(chain, row.token, row.price),
  endsAt: row.deadline.toISOString(),
  viewer: { isMine: row.accountId === viewer },
})

type SaleFacts = { tierName: string; people: { named: People; holding: People } }

export function presentSale(chain: Chain, row: SaleStored, { tierName, people }: SaleFacts): SaleView {
  const money = (amount: string) => priceIn(chain, row.token, amount)
  return {
    ...{ price: money(row.price), fee: money(row.fee), royalty: money(row.royalty) },
    ...{ seller: people.holding(row.seller), buyer: people.holding(row.buyer), creator: people.named(row.creatorWallet) },
    ...{ collection: row.collection, tokenId: row.tokenId, serial: serialOf(BigInt(row.tokenId)), tierName },
    ...{ at: row.at.toISOString(), txHash: row.txHash },
  }
}
