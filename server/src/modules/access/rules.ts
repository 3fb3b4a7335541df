import type { Audience, GateRule } from '@corefans/shared/contracts/posts.ts'

/** What we know of a viewer towards one owner. */
export type Facts = { isOwner: boolean; follows: boolean; passTiers: ReadonlySet<number> }
export const noFacts: Facts = { isOwner: false, follows: false, passTiers: new Set() }

/** Whether a gate opens: its owner always may; else everyone, followers, or whoever meets all rules of any one set. */
export function opens(gate: Audience, facts: Facts): boolean {
  if (facts.isOwner || gate === 'public') return true
  if (gate === 'followers') return facts.follows
  return gate.anyOf.some((all) => all.every((rule) => meets(rule, facts)))
}

function meets(rule: GateRule, { passTiers }: Facts): boolean {
  return rule.tierIds ? rule.tierIds.some((tier) => passTiers.has(tier)) : passTiers.size > 0
}
