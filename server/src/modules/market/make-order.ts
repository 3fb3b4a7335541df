import type { MarketPlace } from '@corefans/chain/orders.ts'
import type { Hex } from 'viem'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { isKnownAsset } from '../../kernel/currency.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { isSignedBy } from '../../kernel/signature.ts'
import { walletsOf } from '../accounts/index.ts'
import { walletsNow } from './chain-store.ts'
import { problem } from './problems.ts'
import { isNonceDead } from './projection.ts'
import { type MakerFacts, type OrderWords, whyNotOrder } from './rules.ts'

/** Where orders of this house are valid. */
export function placeOf({ id, contracts }: ChainPort): MarketPlace {
  if (!contracts.passMarket) throw problem['order-refused']({ why: 'no-market' })
  return { chainId: id, market: contracts.passMarket }
}

/** An order is taken from a wallet of the actor's own, with its signature, that the chain would fill. */
export async function mustStand(ctx: Ctx, words: OrderWords, digest: Hex): Promise<MakerFacts> {
  const wallets = (await walletsOf(ctx, [me(ctx)])).get(me(ctx)) ?? []
  if (!wallets.some(({ address }) => address === words.maker)) throw problem['not-your-wallet']()
  // Anyone can make a token; an order in one that we do not know would promise nothing.
  if (words.token !== null && !isKnownAsset(ctx.chain, words.token)) throw problem['order-refused']({ why: 'coin' })
  if (!(await isSignedBy(words.maker, digest, words.signature as Hex))) throw problem['bad-signature']()
  const [state] = (await walletsNow(ctx, [words.maker])).values()
  if (!state) throw problem['not-your-wallet']()
  const facts = { counter: state.counter, fundsWei: state.fundsWei, isNonceDead: isNonceDead(state, BigInt(words.nonce)) }
  const why = whyNotOrder(words, facts, Math.floor(ctx.now.getTime() / 1_000))
  if (why) throw problem['order-refused']({ why })
  return facts
}
