import { depositForOffers } from '@corefans/chain/actions/market-account.ts'
import { signAsk, signBid } from '@corefans/chain/actions/sign-order.ts'
import { BID_SCOPES } from '@corefans/chain/orders.ts'
import { zeroAddress } from 'viem'
import { onBehalfOf } from '../../kernel/ctx.ts'
import { groupBy } from '../../kernel/group-by.ts'
import { listPass, makeOffer } from '../../modules/market/index.ts'
import { signing, walletOf } from '../chain.ts'
import { day } from '../world/time.ts'
import type { WorldListing, WorldOffer } from '../world/types.ts'
import { collectionsOf, placeOf } from './chain.ts'
import type { Deed } from './history.ts'
import type { Accounts } from './people.ts'
import { passOf } from './resales.ts'
import type { Seeding } from './seeding.ts'

type Address = `0x${string}`
/** Nonces of the seed's own resales are below. */
const firstNonce = 100_000

/** Before anybody can offer: the coins that stand behind each bidder's offers, put into the market once. */
export function fundDeeds(seeding: Seeding, offers: readonly WorldOffer[], people: Accounts): Deed[] {
  const market = seeding.host.chain.contracts.passMarket as Address
  return [...groupBy(offers, ({ bidder }) => bidder)].map(([bidder, own]) => ({
    at: -day,
    place: placeOf(people, bidder),
    does: (client) => depositForOffers(client, { market, amountWei: own.reduce((sum, { priceWei }) => sum + priceWei, 0n) }),
  }))
}

const wordsOf = ({
  maker,
  nft,
  price,
  token,
  deadline,
  nonce,
}: {
  maker: Address
  nft: Address
  price: bigint
  token: Address
  deadline: bigint
  nonce: bigint
}) => ({
  ...{ maker: maker.toLowerCase() as Address, nft: nft.toLowerCase() as Address, price: price.toString(), minExpiry: 0 },
  token: token === zeroAddress ? null : (token.toLowerCase() as Address),
  ...{ deadline: Number(deadline), nonce: nonce.toString(), counter: '0' },
})

/** Listings of the first morning, signed by whoever holds the passes and posted by the same command that people use. */
export async function seedListings(seeding: Seeding, listings: readonly WorldListing[], people: Accounts): Promise<void> {
  const { host } = seeding
  const { rpcUrl, contracts } = host.chain
  const market = contracts.passMarket as Address
  const passes = await collectionsOf(
    seeding,
    people,
    listings.map(({ creator }) => creator),
  )
  for (const [index, { seller, creator, tierId, price, currency, days }] of listings.entries()) {
    const nft = passes.get(creator) as Address
    const client = signing(rpcUrl, walletOf(placeOf(people, seller)))
    const { id, tokenNonce } = await passOf(rpcUrl, { nft, owner: client.account.address, tierId })
    const token = currency === 'core' ? zeroAddress : (contracts.testUsd as Address)
    const terms = { nft, id, price, token, minExpiry: 0n, nonce: BigInt(firstNonce + index), counter: 0n }
    await host.transact(onBehalfOf(people.get(seller) as string), async (ctx) => {
      const deadline = BigInt(Math.floor(ctx.now.getTime() / 1_000) + days * 86_400)
      const { order, signature } = await signAsk(client, { market, ask: { ...terms, tokenNonce, deadline } })
      await listPass(ctx, { ...wordsOf(order), tokenId: id.toString(), moves: Number(tokenNonce), signature })
    })
  }
}

/** Offers for any pass of a tier, covered by what was set aside for them. */
export async function seedOffers(seeding: Seeding, offers: readonly WorldOffer[], people: Accounts): Promise<void> {
  const { host } = seeding
  const { rpcUrl, contracts } = host.chain
  const market = contracts.passMarket as Address
  const passes = await collectionsOf(
    seeding,
    people,
    offers.map(({ creator }) => creator),
  )
  for (const [index, { bidder, creator, tierId, priceWei, days }] of offers.entries()) {
    const client = signing(rpcUrl, walletOf(placeOf(people, bidder)))
    const nft = passes.get(creator) as Address
    const scope = BID_SCOPES.tier
    const terms = { nft, scope, id: BigInt(tierId), price: priceWei, token: zeroAddress, minExpiry: 0n, counter: 0n }
    await host.transact(onBehalfOf(people.get(bidder) as string), async (ctx) => {
      const deadline = BigInt(Math.floor(ctx.now.getTime() / 1_000) + days * 86_400)
      const bid = { ...terms, deadline, nonce: BigInt(firstNonce + index) }
      const { order, signature } = await signBid(client, { market, bid })
      await makeOffer(ctx, { ...wordsOf(order), scope, id: String(tierId), signature })
    })
  }
}
