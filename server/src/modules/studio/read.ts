import type { StudioView } from '@corefans/shared/contracts/studio.ts'
import { me, type Read } from '../../kernel/ctx.ts'
import { tiersOf } from '../passes/index.ts'
import { hasPostsForHolders } from '../posts/index.ts'
import { countTeams } from '../teams/index.ts'

/** How far an account has come as a creator. */
export const readStudio = async (read: Read): Promise<StudioView> => {
  const account = me(read)
  const [tiers, wroteForHolders, teams] = await Promise.all([
    tiersOf(read, [account]).then((byCreator) => byCreator.get(account) ?? []),
    hasPostsForHolders(read, account),
    countTeams(read, account),
  ])
  const passes = tiers.reduce((sum, { minted }) => sum + minted, 0)
  return { isCreator: tiers.length > 0 || teams > 0 || wroteForHolders, tiers: tiers.length, passes, wroteForHolders, teams }
}
