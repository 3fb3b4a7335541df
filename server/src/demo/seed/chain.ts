import { collectionOf } from '@corefans/chain/actions/collection-of.ts'
import { toHex } from 'viem'
import { getBlockNumber } from 'viem/actions'
import { reading, walletOf } from '../chain.ts'
import type { Accounts } from './people.ts'
import type { Seeding } from './seeding.ts'

const startMoneyWei = 2_000n * 10n ** 18n

/** People by their place in the list of wallets. */
export const placeOf = (people: Accounts, handle: string): number => [...people.keys()].indexOf(handle)

/** Money for everybody. */
export async function fund({ host }: Seeding, people: Accounts): Promise<void> {
  const client = reading(host.chain.rpcUrl)
  for (const place of [...people.keys()].keys())
    await client.request({ method: 'anvil_setBalance' as never, params: [walletOf(place).address, toHex(startMoneyWei)] as never })
}

/** A moment after every deed of the demo: what seeds sign must not lapse while the past is played. */
export const farFutureS = 10_000_000_000n

/** Where each creator's passes are, or will be. */
export async function collectionsOf({ host }: Seeding, people: Accounts, creators: Iterable<string>): Promise<Map<string, `0x${string}`>> {
  const client = reading(host.chain.rpcUrl)
  const passFactory = host.chain.contracts.passFactory as `0x${string}`
  const places = [...new Set(creators)]
  const found = await Promise.all(
    places.map((creator) => collectionOf(client, { passFactory, creator: walletOf(placeOf(people, creator)).address })),
  )
  return new Map(places.map((creator, index) => [creator, found[index] as `0x${string}`]))
}

/** Waits until the inbox stands at the chain's head. */
export async function seen({ host }: Seeding): Promise<void> {
  const head = Number(await getBlockNumber(reading(host.chain.rpcUrl), { cacheTime: 0 }))
  host.chain.poke()
  while (host.chain.head() < head) await new Promise((done) => setTimeout(done, 20))
}
