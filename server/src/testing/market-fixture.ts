import { buyListing } from '@corefans/chain/actions/fill-order.ts'
import { readMarketAccount } from '@corefans/chain/actions/read-market.ts'
import { signAsk, signBid } from '@corefans/chain/actions/sign-order.ts'
import { transferPass } from '@corefans/chain/actions/transfer-pass.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { problemOf } from '@corefans/chain/errors.ts'
import type { ListingView, OfferView } from '@corefans/shared/contracts/market.ts'
import { getAddress, zeroAddress } from 'viem'
import { getBlock } from 'viem/actions'
import { reading } from '../demo/chain.ts'
import type { Person } from './person.ts'
import { aTier, aWallet, buy, core, settle, type Tier } from './wallet.ts'
import type { TestWorld } from './world.ts'

export type Trader = { person: Person; wallet: SigningClient }
type Over = {
  price?: bigint
  minExpiry?: bigint
  deadline?: bigint
  nonce?: bigint
  counter?: bigint
  moves?: number
  token?: `0x${string}`
}

let nonces = 1n
const fresh = () => nonces++

/** What a wallet sends to the contract for a listing or an offer that the page shows. */
export const askIn = ({ order }: ListingView) => ({
  order: {
    ...{ maker: getAddress(order.maker), nft: getAddress(order.nft), id: BigInt(order.id), tokenNonce: BigInt(order.tokenNonce) },
    ...{
      price: BigInt(order.price),
      token: (order.token ?? zeroAddress) as `0x${string}`,
      minExpiry: BigInt(order.minExpiry),
      deadline: BigInt(order.deadline),
    },
    ...{ nonce: BigInt(order.nonce), counter: BigInt(order.counter) },
  },
  signature: order.signature as `0x${string}`,
})
export const bidIn = ({ order }: OfferView) => ({
  order: {
    ...{ maker: getAddress(order.maker), nft: getAddress(order.nft), id: BigInt(order.id), scope: order.scope },
    ...{
      price: BigInt(order.price),
      token: (order.token ?? zeroAddress) as `0x${string}`,
      minExpiry: BigInt(order.minExpiry),
      deadline: BigInt(order.deadline),
    },
    ...{ nonce: BigInt(order.nonce), counter: BigInt(order.counter) },
  },
  signature: order.signature as `0x${string}`,
})
const priceOf = ({ price, token }: { price: bigint; token: `0x${string}` }) => ({
  price: price.toString(),
  token: token === zeroAddress ? null : token,
})
/** The code of a chain's refusal, or null. */
export const problemWith = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => problemOf(error).code,
  )

/** People who trade on the market of a world. */
export class Bazaar {
  readonly world: () => TestWorld
  constructor(world: () => TestWorld) {
    this.world = world
  }

  market = () => this.world().host.chain.contracts.passMarket as `0x${string}`

  aTrader = async (): Promise<Trader> => {
    const person = await this.world().person()
    return { person, wallet: await aWallet(this.world(), person) }
  }
  nowS = async () => (await getBlock(reading(this.world().rpcUrl))).timestamp

  /** A signed ask as the page would post it. */
  signedAsk = async ({ wallet }: Trader, which: { pass: `0x${string}`; id: bigint }, over: Over = {}) => {
    const view = await this.world().visitor.must('GET /api/market/passes/:collection/:tokenId', {
      collection: which.pass,
      tokenId: which.id.toString(),
    })
    const { counter } = await readMarketAccount(wallet, { market: this.market(), account: wallet.account.address })
    const terms = {
      price: core,
      minExpiry: 0n,
      deadline: (await this.nowS()) + 3_600n,
      nonce: fresh(),
      counter,
      moves: view.moves,
      token: zeroAddress as `0x${string}`,
      ...over,
    }
    const { moves, ...rest } = terms
    const ask = { nft: which.pass, id: which.id, tokenNonce: BigInt(moves), ...rest }
    const { order, signature } = await signAsk(wallet, { market: this.market(), ask })
    return {
      ...{ maker: order.maker, nft: order.nft, tokenId: order.id.toString(), moves, ...priceOf(order) },
      ...{ minExpiry: Number(order.minExpiry), deadline: Number(order.deadline), nonce: order.nonce.toString() },
      ...{ counter: order.counter.toString(), signature },
    }
  }
  list = async (trader: Trader, which: { pass: `0x${string}`; id: bigint }, over: Over = {}): Promise<ListingView> =>
    trader.person.must('POST /api/market/listings', await this.signedAsk(trader, which, over))

  buyIt = async (buyer: Trader, listing: ListingView) =>
    settle(this.world(), await buyListing(buyer.wallet, { market: this.market(), listing: askIn(listing) }))

  offer = async (
    trader: Trader,
    pass: `0x${string}`,
    over: { scope: number; id: bigint; price?: bigint; deadline?: bigint; token?: `0x${string}`; minExpiry?: bigint },
  ): Promise<OfferView> => {
    const counter = (await readMarketAccount(trader.wallet, { market: this.market(), account: trader.wallet.account.address })).counter
    const money = { price: core, token: zeroAddress as `0x${string}` }
    const terms = { ...money, minExpiry: 0n, deadline: (await this.nowS()) + 3_600n, nonce: fresh(), counter, ...over }
    const { order, signature } = await signBid(trader.wallet, { market: this.market(), bid: { nft: pass, ...terms } })
    return trader.person.must('POST /api/market/offers', {
      ...{ maker: order.maker, nft: order.nft, id: order.id.toString(), scope: order.scope, ...priceOf(order) },
      minExpiry: Number(order.minExpiry),
      ...{ deadline: Number(order.deadline), nonce: order.nonce.toString(), counter: order.counter.toString(), signature },
    })
  }
  listed = async (creator: Person, more: object = {}) =>
    (await this.world().visitor.must('GET /api/market/listings', { creator: creator.handle, limit: 50, ...more })).items
  give = async (from: Trader, to: Trader, { pass }: Tier, id: bigint) =>
    settle(this.world(), await transferPass(from.wallet, { pass, id, to: to.wallet.account.address }))

  /** A creator with a tier, and somebody who holds its first pass. */
  aSale = async (terms: { priceWei?: bigint; durationS?: number; flags?: number } = {}) => {
    const creator = await this.aTrader()
    const tier = await aTier(this.world(), creator.wallet, { priceWei: 20n, ...terms })
    const seller = await this.aTrader()
    const id = await buy(this.world(), seller.wallet, tier)
    return { creator, tier, seller, id, which: { pass: tier.pass, id } }
  }
}
