import { forAnyone, voucherDigest } from '@corefans/chain/actions/give-mint.ts'
import type { ClaimLinkView } from '@corefans/shared/contracts/claims.ts'
import { getAddress, type Hex } from 'viem'
import { type Ctx, me } from '../../../kernel/ctx.ts'
import { isSignedBy } from '../../../kernel/signature.ts'
import { walletsOf } from '../../accounts/index.ts'
import { problem } from '../problems.ts'
import { tiersIn } from '../read.ts'
import { creatorWallets } from '../store.ts'
import { linkView } from './read.ts'
import { nonceOf, whyNotVouchers } from './rules.ts'
import { insertLink, linkOfSecret } from './store.ts'

type Wanted = {
  collection: string
  tierId: number
  price: string
  deadline: number
  word: string
  secretHash: string
  greeting: string | null
  signatures: string[]
}

/** Keeps the actor's signed vouchers behind a link. What the contract would refuse is refused here. */
export const makeClaimLink = async (ctx: Ctx, { signatures, ...wanted }: Wanted): Promise<ClaimLinkView> => {
  const signer = await mustBeMine(ctx, wanted.collection)
  const tier = (await tiersIn(ctx, [wanted.collection])).get(`${wanted.collection}/${wanted.tierId}`)
  if (!tier) throw problem['unknown-tier']()
  const why = whyNotVouchers({ ...wanted, decimals: tier.price.decimals }, Math.floor(ctx.now.getTime() / 1_000))
  if (why) throw problem['claim-refused']({ why })
  const vouchers = signatures.map((signature, n) => ({ nonce: nonceOf(wanted.word, n), signature }))
  const place = { chainId: ctx.chain.id, pass: getAddress(wanted.collection) }
  for (const { nonce, signature } of vouchers) {
    const { tierId, price, deadline } = wanted
    const voucher = { tierId, to: forAnyone, price: BigInt(price), nonce, deadline: BigInt(deadline) }
    if (!(await isSignedBy(signer, voucherDigest(place, voucher), signature as Hex))) throw problem['bad-voucher']()
  }
  const rows = vouchers.map(({ nonce, signature }) => ({ nonce: nonce.toString(), signature }))
  const id = (await insertLink(ctx, { ...wanted, vouchers: rows })) ?? (await linkOfSecret(ctx, wanted.secretHash))
  if (!id) throw problem['link-taken']()
  return linkView(ctx, id)
}

/** The wallet whose word the collection takes, which must be one of the actor's. */
async function mustBeMine(ctx: Ctx, collection: string): Promise<string> {
  const [found] = await creatorWallets(ctx, [collection])
  const wallets = (await walletsOf(ctx, [me(ctx)])).get(me(ctx)) ?? []
  if (!found || !wallets.some(({ address }) => address === found.wallet)) throw problem['not-your-collection']()
  return found.wallet
}
