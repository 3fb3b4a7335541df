import type { Host } from '../../kernel/host.ts'
import { createProfile } from './create-profile.ts'
import { endFollows } from './follow.ts'
import { forgetNames } from './names.ts'
import { reconcileSlice, recountFollows } from './reconcile.ts'

export function onEvents(host: Host): void {
  host.onInTransaction('account.created', createProfile)
  host.onInTransaction('person.shunned', endFollows)
  host.topic('profile', async (_read, ids) => new Set(ids))
  host.recount(recountFollows)
  forgetNames(host)
  let after: string | null = null
  // Two slices a minute: walking everybody at once took half a minute of both processors with 120,000 accounts, over and over.
  host.cron('profiles.reconcile', '* * * * *', async () => {
    for (let slice = 0; slice < 2; slice++) {
      const { drifts, last } = await reconcileSlice(host, after)
      after = last
      if (drifts.length > 0) host.log.error(new Error(JSON.stringify(drifts.slice(0, 5))), `healed ${drifts.length} drifted counters`)
      if (last === null) return
    }
  })
}
