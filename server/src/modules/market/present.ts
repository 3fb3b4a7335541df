import { resaleParts } from '@corefans/chain/fees.ts'
import { serialOf } from '@corefans/chain/pass-id.ts'
import type { ListingView, OfferView, SaleView } from '@corefans/shared/contracts/market.ts'
import type { TierView } from '@corefans/shared/contracts/passes.ts'
import type { Person } from '@corefans/shared/contracts/profiles.ts'
import { moneyIn, nativeMoney } from '@corefans/shared/values/money.ts'
import type { AskRow, BidRow, OrderRow, SaleStored } from './order-store.ts'

/** Whose wallets these are, as far as anybody linked them. */
export type People = (wallet: string) => Person | null

const scopes = ['pass', 'tier', 'collection'] as const

const orderOf = ({ maker, collection, price, minExpiry, deadlineS, nonce, counter, signature }: OrderRow) => ({
  ...{ maker, nft: collection, price, minExpiry: Number(minExpiry), deadline: Number(deadlineS), nonce, counter, signature },
})

export function presentListing(
  chainId: number,
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
    price: nativeMoney(chainId, row.price),
    fee: nativeMoney(chainId, fee),
    royalty: nativeMoney(chainId, royalty),
    royaltyBps: row.royaltyBps,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    endsAt: row.deadline.toISOString(),
    listedAt: row.createdAt.toISOString(),
    viewer: { isMine: row.accountId === viewer },
  }
}

const idOf = (row: BidRow): string => row.tokenId ?? row.tierId?.toString() ?? '0'

export const presentOffer = (
  chainId: number,
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
  price: nativeMoney(chainId, row.price),
  endsAt: row.deadline.toISOString(),
  viewer: { isMine: row.accountId === viewer },
})

type SaleFacts = { tierName: string; people: { named: People; holding: People } }

export function presentSale(chainId: number, row: SaleStored, { tierName, people }: SaleFacts): SaleView {
  const money = (amount: string) => moneyIn(chainId, row.token, amount)
  return {
    ...{ price: money(row.price), fee: money(row.fee), royalty: money(row.royalty) },
    ...{ seller: people.holding(row.seller), buyer: people.holding(row.buyer), creator: people.named(row.creatorWallet) },
    ...{ collection: row.collection, tokenId: row.tokenId, serial: serialOf(BigInt(row.tokenId)), tierName },
    ...{ at: row.at.toISOString(), txHash: row.txHash },
  }
}
