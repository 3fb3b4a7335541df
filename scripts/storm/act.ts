import { type Address, createClient, type Hash, http, toHex, zeroAddress } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { readContract, waitForTransactionReceipt, writeContract } from 'viem/actions'
import { accessPassAbi } from '../../chain/src/abi/access-pass.ts'
import { personalTokenAbi } from '../../chain/src/abi/personal-token.ts'
import { testUsdAbi } from '../../chain/src/abi/test-usd.ts'
import { tokenFactoryAbi } from '../../chain/src/abi/token-factory.ts'
import { buyPass } from '../../chain/src/actions/buy-pass.ts'
import { buyToken } from '../../chain/src/actions/buy-token.ts'
import { collectionOf } from '../../chain/src/actions/collection-of.ts'
import { createCollectionWithTier } from '../../chain/src/actions/create-collection-with-tier.ts'
import { createToken } from '../../chain/src/actions/create-token.ts'
import { buyListing } from '../../chain/src/actions/fill-order.ts'
import { sellToken } from '../../chain/src/actions/sell-token.ts'
import { signAsk } from '../../chain/src/actions/sign-order.ts'
import { tip } from '../../chain/src/actions/tip.ts'
import { tipToken } from '../../chain/src/actions/tip-token.ts'
import { transferPass } from '../../chain/src/actions/transfer-pass.ts'
import { transferToken } from '../../chain/src/actions/transfer-token.ts'
import { devnet } from '../../chain/src/chains.ts'
import type { SigningClient } from '../../chain/src/clients.ts'
import type { FullyDeployed } from '../../chain/src/deploy.ts'
import { OPEN_SUPPLY, passIdOf } from '../../chain/src/pass-id.ts'

/** A wallet of the storm, with the passes it thinks it has. */
export type Actor = { client: SigningClient; passes: bigint[] }
export type Cast = { actors: Actor[]; contracts: FullyDeployed['contracts']; token: Address; pass: Address; nonce: bigint }

const crowd = 60
const farFutureS = 10_000_000_000n
const cent = 10n ** 16n
const below = (n: number): number => Math.floor(Math.random() * n)
const amount = (): bigint => BigInt(1 + below(500)) * cent

/** Wallets with money, a creator's token and a tier of passes without end. */
export async function aCast(
  creator: SigningClient,
  { rpcUrl, contracts }: { rpcUrl: string; contracts: Cast['contracts'] },
): Promise<Cast> {
  const mined = (hash: Hash) => waitForTransactionReceipt(creator, { hash })
  const { tokenFactory, passFactory } = contracts
  const terms = { name: 'Storm', symbol: 'STORM', preset: 1, creatorBps: 250, lockSeconds: 0 }
  await mined(await createToken(creator, { tokenFactory, terms }))
  const tier = { tierId: 1, priceWei: cent * 100n, durationS: 0, maxSupply: OPEN_SUPPLY, perks: 0n, flags: 0 }
  await mined(await createCollectionWithTier(creator, { passFactory, ...tier }))
  const args = [creator.account.address] as const
  const token = await readContract(creator, { address: tokenFactory, abi: tokenFactoryAbi, functionName: 'tokenOf', args })
  const pass = await collectionOf(creator, { passFactory, creator: creator.account.address })
  const actors = await Promise.all(Array.from({ length: crowd }, () => anActor(creator, rpcUrl)))
  for (const { client } of actors)
    await mined(
      await writeContract(creator, {
        address: contracts.testUsd,
        abi: testUsdAbi,
        functionName: 'faucet',
        args: [client.account.address, 500_000_000n],
      }),
    )
  return { actors, contracts, token, pass, nonce: 0n }
}

async function anActor(creator: SigningClient, rpcUrl: string): Promise<Actor> {
  const account = privateKeyToAccount(generatePrivateKey())
  await creator.request({ method: 'anvil_setBalance' as never, params: [account.address, toHex(1_000_000n * 10n ** 18n)] as never })
  const client = createClient({
    chain: devnet,
    account,
    transport: http(rpcUrl, { retryCount: 0, timeout: 10_000 }),
    pollingInterval: 10,
    cacheTime: 0,
  })
  return { client, passes: [] }
}

type Deed = (actor: Actor, cast: Cast) => Promise<Hash | null>

const deeds: Deed[] = [
  ({ client }, { token }) => buyToken(client, { token, valueWei: amount(), minOut: 0n, deadlineS: farFutureS }),
  async ({ client }, { token }) => {
    const held = await balance(client, token)
    return held === 0n
      ? null
      : sellToken(client, { token, amount: held / BigInt(1 + below(4)) || 1n, minOutWei: 0n, deadlineS: farFutureS })
  },
  async ({ client }, cast) => {
    const held = await balance(client, cast.token)
    return held === 0n
      ? null
      : transferToken(client, { token: cast.token, to: other(cast, client).client.account.address, amount: held / 5n || 1n })
  },
  ({ client }, { contracts, actors }) =>
    tip(client, {
      payments: contracts.payments,
      payee: (actors[below(actors.length)] as Actor).client.account.address,
      amountWei: amount(),
    }),
  ({ client }, cast) =>
    tipToken(client, {
      payments: cast.contracts.payments,
      token: cast.contracts.testUsd,
      payee: other(cast, client).client.account.address,
      amount: BigInt(1 + below(1_000)),
    }),
  ({ client }, { pass }) => buyPass(client, { pass, tierId: 1, priceWei: cent * 100n }),
  async (actor, cast) => {
    const found = await somePass(actor, cast)
    if (found === null) return null
    const { id, holder } = found
    return transferPass(holder.client, { pass: cast.pass, id, to: other(cast, holder.client).client.account.address })
  },
  async (actor, cast) => {
    const found = await somePass(actor, cast)
    if (found === null || found.holder === actor) return null
    const { id, holder: seller } = found
    const tokenNonce = BigInt(
      await readContract(actor.client, { address: cast.pass, abi: accessPassAbi, functionName: 'nonceOf', args: [id] }),
    )
    const ask = {
      nft: cast.pass,
      id,
      tokenNonce,
      price: amount(),
      token: zeroAddress,
      minExpiry: 0n,
      deadline: farFutureS,
      nonce: cast.nonce++,
      counter: 0n,
    }
    const listing = await signAsk(seller.client, { market: cast.contracts.passMarket, ask })
    return buyListing(actor.client, { market: cast.contracts.passMarket, listing })
  },
]

/** One random operation; true if it stands in a block. A reorg may still take it away. */
export async function act(actor: Actor, cast: Cast): Promise<boolean> {
  const hash = await (deeds[below(deeds.length)] as Deed)(actor, cast)
  if (hash === null) return false
  const { status } = await waitForTransactionReceipt(actor.client, { hash, timeout: 5_000 })
  return status === 'success'
}

const other = ({ actors }: Cast, than: SigningClient): Actor => {
  const rest = actors.filter(({ client }) => client !== than)
  return rest[below(rest.length)] as Actor
}

const balance = (client: SigningClient, token: Address): Promise<bigint> =>
  readContract(client, { address: token, abi: personalTokenAbi, functionName: 'balanceOf', args: [client.account.address] })

/** Any pass that was sold, with the actor who has it now. */
async function somePass({ client }: Actor, { pass, actors }: Cast): Promise<{ id: bigint; holder: Actor } | null> {
  const { minted } = await readContract(client, { address: pass, abi: accessPassAbi, functionName: 'tierOf', args: [1] })
  if (minted === 0n) return null
  const id = passIdOf(1, 1 + below(Number(minted)))
  const owner = await readContract(client, { address: pass, abi: accessPassAbi, functionName: 'ownerOf', args: [id] })
  const holder = actors.find((one) => one.client.account.address === owner)
  return holder ? { id, holder } : null
}
