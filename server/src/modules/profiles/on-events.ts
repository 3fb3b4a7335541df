import type { House } from '../../kernel/house.ts'
import { createProfile } from './create-profile.ts'
import { reconcileSlice, recountFollows } from './reconcile.ts'

export function onEvents(house: House): void {
  house.within('account.created', createProfile)
  house.topic('profile', async (_read, ids) => new Set(ids))
  house.recount(recountFollows)
  let after: string | null = null
  // Two slices a minute: walking everybody at once took half a minute of both processors with 120,000 accounts, over and over.
  house.cron('profiles.reconcile', '* * * * *', async () => {
    for (let slice = 0; slice < 2; slice++) {
      const { drifts, last } = await reconcileSlice(house, after)
      after = last
      if (drifts.length > 0) house.log.error(new Error(JSON.stringify(drifts.slice(0, 5))), `healed ${drifts.length} drifted counters`)
      if (last === null) return
    }
  })
}
