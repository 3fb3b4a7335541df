import { claimFromLaunch, depositInLaunch, openLaunch, settleLaunch } from '@corefans/chain/actions/launch.ts'
import { batchLaunchOf } from '@corefans/chain/launch.ts'
import { termsArg } from '@corefans/chain/token-terms.ts'
import { minute } from '../world/time.ts'
import type { WorldLaunch } from '../world/types.ts'
import { placeOf } from './chain.ts'
import type { Deed, History } from './history.ts'
import type { Accounts } from './people.ts'
import type { Seeding } from './seeding.ts'

const core = 10n ** 18n

/** Plays a fair launch from its opening to the claims: stretch by stretch, since each stands on the one before. */
export async function playLaunch(history: History, { host }: Seeding, launch: WorldLaunch, people: Accounts): Promise<void> {
  const { owner, symbol, deposits, waiting } = launch
  const terms = { name: `${owner} on CoreFans`, symbol, preset: 0, creatorBps: 300, lockSeconds: 0 }
  const batchLaunch = batchLaunchOf(host.chain.contracts.tokenFactory as `0x${string}`)
  // The first launch of the world: ids count from one.
  const one = { batchLaunch, id: 1n }
  const at = (minutes: number) => launch.at + minutes * minute
  const by = (handle: string, minutes: number, does: Deed['does']): Deed => ({ at: at(minutes), place: placeOf(people, handle), does })
  await history.play([by(owner, 0, (client) => openLaunch(client, { batchLaunch, terms, capWei: 3n * core, targetWei: 15n * core }))])
  await history.play(deposits.map(({ fan, wei }) => by(fan, 2, (client) => depositInLaunch(client, { ...one, valueWei: wei }))))
  // A deed is tried on the block before it: the window must have ended there.
  await history.rest(at(11))
  await history.play([by(owner, 12, (client) => settleLaunch(client, { ...one, sealed: termsArg(terms) }))])
  const claims = deposits.filter(({ fan }) => !waiting.includes(fan))
  await history.play(claims.map(({ fan }) => by(fan, 14, (client) => claimFromLaunch(client, one))))
}
