import { profiles as contracts } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import { editProfile } from './edit-profile.ts'
import { follow, unfollow } from './follow.ts'
import { presentProfile } from './present.ts'
import { listFans, listFollowing, listPeople, readMe, suggestPeople } from './read.ts'

export function routes({ mount }: Host): void {
  mount.query(contracts.readMe, readMe)
  mount.command(contracts.editProfile, async (ctx, input) =>
    presentProfile(await editProfile(ctx, input), { viewer: ctx.actor, shuns: { blocks: false, mutes: false } }),
  )
  mount.command(contracts.follow, follow)
  mount.command(contracts.unfollow, unfollow)
  mount.query(contracts.listPeople, listPeople)
  mount.query(contracts.listFans, listFans)
  mount.query(contracts.listFollowing, listFollowing)
  mount.query(contracts.suggestPeople, suggestPeople)
}
