import { accessPassAbi } from '@corefans/chain/abi/access-pass.ts'
import { buyListing } from '@corefans/chain/actions/fill-order.ts'
import { signAsk } from '@corefans/chain/actions/sign-order.ts'
import { tierIdOf } from '@corefans/chain/pass-id.ts'
import { zeroAddress } from 'viem'
import { getContractEvents, readContract } from 'viem/actions'
import { reading, signing, walletOf } from '../chain.ts'
import type { WorldResale } from '../world/types.ts'
import { collectionsOf, farFutureS, placeOf } from './chain.ts'
import type { Deed } from './history.ts'
import type { Accounts } from './people.ts'
import type { Seeding } from './seeding.ts'

type Address = `0x${string}`

/** Each resale: the seller signs an ask, the buyer fills it. */
export async function resaleDeeds(seeding: Seeding, resales: readonly WorldResale[], people: Accounts): Promise<Deed[]> {
  const { rpcUrl, contracts } = seeding.host.chain
  const market = contracts.passMarket as Address
  const passes = await collectionsOf(
    seeding,
    people,
    resales.map(({ creator }) => creator),
  )
  return resales.map(({ seller, buyer, creator, tierId, priceWei, at }, index) => ({
    at,
    place: placeOf(people, buyer),
    does: async (client) => {
      const nft = passes.get(creator) as Address
      const maker = signing(rpcUrl, walletOf(placeOf(people, seller)))
      const { id, tokenNonce } = await passOf(rpcUrl, { nft, owner: maker.account.address, tierId })
      const order = { price: priceWei, token: zeroAddress, minExpiry: 0n, deadline: farFutureS, nonce: BigInt(index), counter: 0n }
      const listing = await signAsk(maker, { market, ask: { nft, id, tokenNonce, ...order } })
      return buyListing(client, { market, listing })
    },
  }))
}

/** The pass of a tier that a wallet has, with its count of moves. */
export async function passOf(
  rpcUrl: string,
  { nft, owner, tierId }: { nft: Address; owner: Address; tierId: number },
): Promise<{ id: bigint; tokenNonce: bigint }> {
  const client = reading(rpcUrl)
  const came = await getContractEvents(client, {
    address: nft,
    abi: accessPassAbi,
    eventName: 'Transfer',
    args: { to: owner },
    fromBlock: 0n,
    strict: true,
  })
  const id = came.map(({ args }) => args.id).findLast((one) => tierIdOf(one) === tierId)
  if (id === undefined) throw new Error(`${owner} has no pass of tier ${tierId} of ${nft}`)
  const tokenNonce = await readContract(client, { address: nft, abi: accessPassAbi, functionName: 'nonceOf', args: [id] })
  return { id, tokenNonce: BigInt(tokenNonce) }
}
