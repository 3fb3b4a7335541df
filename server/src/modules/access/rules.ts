import type { Audience, GateRule, PurchaseRule } from '@corefans/shared/contracts/posts.ts'

/** What we know of a viewer towards one owner. */
export type Facts = { isOwner: boolean; follows: boolean; passTiers: ReadonlySet<number>; hasPaid: boolean }
export const noFacts: Facts = { isOwner: false, follows: false, passTiers: new Set(), hasPaid: false }

/** Whether a gate opens: its owner always may; else everyone, followers, or whoever meets all rules of any one set. */
export function opens(gate: Audience, facts: Facts): boolean {
  if (facts.isOwner || gate === 'public') return true
  if (gate === 'followers') return facts.follows
  return gate.anyOf.some((all) => all.every((rule) => meets(rule, facts)))
}

function meets(rule: GateRule, { passTiers, hasPaid }: Facts): boolean {
  if (rule.kind === 'purchase') return hasPaid
  return rule.tierIds ? rule.tierIds.some((tier) => passTiers.has(tier)) : passTiers.size > 0
}

/** What a subject costs by itself, or null if it is not sold so. */
export function priceOf(gate: Audience): PurchaseRule | null {
  if (typeof gate === 'string') return null
  return gate.anyOf.flatMap((all) => (all.length === 1 ? all : [])).find((rule) => rule.kind === 'purchase') ?? null
}
