import type { Audience } from '@corefans/shared/contracts/posts.ts'
import { type Ctx, me } from '../../kernel/ctx.ts'
import { passProblem, tiersOf } from '../passes/index.ts'

/** Refuses a gate that names tiers which the actor does not sell: nobody could ever open it. */
export async function mustHaveTiers(ctx: Ctx, audience: Audience): Promise<void> {
  if (typeof audience === 'string') return
  const named = audience.anyOf.flat().flatMap((rule) => (rule.kind === 'pass' ? (rule.tierIds ?? []) : []))
  if (named.length === 0) return
  const mine = ((await tiersOf(ctx, [me(ctx)])).get(me(ctx)) ?? []).map((tier) => tier.tierId)
  const unknown = named.find((tierId) => !mine.includes(tierId))
  if (unknown !== undefined) throw passProblem['unknown-tier']({ tierId: unknown })
}
