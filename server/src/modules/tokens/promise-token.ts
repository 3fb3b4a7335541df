import { areGoodTerms, termsToSign } from '@corefans/chain/token-terms.ts'
import type { TokenTerms } from '@corefans/shared/contracts/tokens.ts'
import { verifyTypedData } from 'viem'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { walletsOf } from '../accounts/index.ts'
import { problem } from './problems.ts'
import { isLaunching } from './store/launches.ts'
import { firstTokenOf } from './store/read.ts'
import { putTerms, revocationsOf } from './store/terms.ts'

type Hex = `0x${string}`
type Input = { wallet: Hex; terms: TokenTerms; validUntilS: string; signature: string }

/**
 * Keeps terms that one of the actor's wallets has signed, in place of earlier ones. Nothing goes to the chain: whoever
 * buys first sends them along. A signature that the factory would refuse is refused here.
 */
export const promiseToken = async (ctx: Ctx, { wallet, terms, validUntilS, signature }: Input): Promise<void> => {
  const { tokenFactory } = ctx.chain.contracts
  if (!tokenFactory) throw problem['not-here']()
  const wallets = ((await walletsOf(ctx, [me(ctx)])).get(me(ctx)) ?? []).map(({ address }) => address)
  if (!wallets.includes(wallet)) throw problem['not-your-wallet']()
  if (await firstTokenOf(ctx, wallets)) throw problem.live()
  if (await isLaunching(ctx, wallets)) throw problem.launching()
  if (!areGoodTerms(terms)) throw problem['terms-refused']()
  const nonce = await revocationsOf(ctx, wallet)
  const promised = { wallet, terms, validUntilS: BigInt(validUntilS), nonce, signature }
  if (promised.validUntilS <= BigInt(Math.floor(ctx.now.getTime() / 1_000)) || !(await isSigned(ctx.chain.id, tokenFactory, promised)))
    throw problem['signature-refused']()
  await putTerms(ctx, me(ctx), promised)
  await ctx.emit({ type: 'token.promised', creatorId: me(ctx), symbol: terms.symbol })
}

type Signed = { wallet: Hex; terms: TokenTerms; validUntilS: bigint; nonce: bigint; signature: string }

async function isSigned(chainId: number, tokenFactory: Hex, { wallet, terms, validUntilS, nonce, signature }: Signed): Promise<boolean> {
  const data = termsToSign({ chainId, tokenFactory, nonce, creator: wallet, terms, validUntilS })
  return verifyTypedData({ address: wallet, ...data, signature: signature as Hex }).catch(() => false)
}
