import { personalTokenAbi } from '@corefans/chain/abi/personal-token.ts'
import { tokenFactoryAbi } from '@corefans/chain/abi/token-factory.ts'
import { buyToken } from '@corefans/chain/actions/buy-token.ts'
import { createToken } from '@corefans/chain/actions/create-token.ts'
import { sellToken } from '@corefans/chain/actions/sell-token.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { readContract } from 'viem/actions'
import { reading, walletOf } from '../chain.ts'
import type { World, WorldToken, WorldTrade } from '../world/types.ts'
import { farFutureS, placeOf } from './chain.ts'
import type { Deed } from './history.ts'
import type { Accounts } from './people.ts'
import type { Seeding } from './seeding.ts'

type Address = `0x${string}`

/** Each token opened by its owner, and every trade that made its price. */
export async function tokenDeeds(seeding: Seeding, world: Pick<World, 'tokens' | 'trades'>, people: Accounts): Promise<Deed[]> {
  const client = reading(seeding.host.chain.rpcUrl)
  const tokenFactory = seeding.host.chain.contracts.tokenFactory as Address
  const placesOf = world.tokens.map(async ({ owner }) => {
    const creator = walletOf(placeOf(people, owner)).address
    const at = { address: tokenFactory, abi: tokenFactoryAbi, functionName: 'tokenOf', args: [creator] } as const
    return [owner, await readContract(client, at)] as const
  })
  const tokens = new Map(await Promise.all(placesOf))
  const opened = world.tokens.map((token) => openDeed(token, { tokenFactory, place: placeOf(people, token.owner) }))
  const trades = world.trades.map((trade): Deed => {
    const token = tokens.get(trade.token) as Address
    return {
      at: trade.at,
      place: placeOf(people, trade.trader),
      does: (own) => (trade.buyWei === null ? sell(own, token, trade) : buy(own, token, trade)),
    }
  })
  return [...opened, ...trades]
}

function openDeed({ owner, symbol, creatorBps, at }: WorldToken, { tokenFactory, place }: { tokenFactory: Address; place: number }): Deed {
  const terms = { name: `${owner} on CoreFans`, symbol, preset: 0, creatorBps, lockSeconds: 0 }
  return { at, place, does: (client) => createToken(client, { tokenFactory, terms }) }
}

const buy = (client: SigningClient, token: Address, { buyWei }: WorldTrade) =>
  buyToken(client, { token, valueWei: buyWei ?? 0n, minOut: 0n, deadlineS: farFutureS })

async function sell(client: SigningClient, token: Address, { sellBps }: WorldTrade) {
  const at = { address: token, abi: personalTokenAbi, functionName: 'balanceOf', args: [client.account.address] } as const
  const amount = ((await readContract(client, at)) * BigInt(sellBps ?? 0)) / 10_000n
  return sellToken(client, { token, amount, minOutWei: 0n, deadlineS: farFutureS })
}
