import type { House } from '../../kernel/house.ts'
import { createProfile } from './create-profile.ts'
import { reconcile, recountFollows } from './reconcile.ts'

export function onEvents(house: House): void {
  house.within('account.created', createProfile)
  house.topic('profile', async () => true)
  house.recount(recountFollows)
  house.every(30, 'profiles.reconcile', async () => {
    const drifts = await reconcile(house)
    if (drifts.length > 0) house.log.error(new Error(JSON.stringify(drifts.slice(0, 5))), `healed ${drifts.length} drifted counters`)
  })
}
