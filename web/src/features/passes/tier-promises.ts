import type { TierView } from '@corefans/shared/contracts/passes.ts'

/** What holders have paid for: the contract lets it grow, never shrink. */
export type Promised = { days: number | null; renewable: boolean; graceDays: number; policy: TierView['policy']; consumable: boolean }

const day = 86_400

/** Which policies a tier may still take: whoever bought a pass that moves keeps one that does. */
export const mayBecome = (policy: TierView['policy'], sold: TierView | null): boolean =>
  sold === null || sold.policy === 'soulbound' || policy === sold.policy || policy === 'open'

/** Whether a time would be shorter than what holders have paid for, or one that they could not renew any more. */
export const isShorter = (days: number | null, sold: TierView | null): boolean =>
  sold !== null && (days === null ? sold.durationS !== null : sold.durationS === null || days * day < sold.durationS)

/** Which promises of a sold tier a draft would break. */
export const whyNotPromise = ({ days, renewable, graceDays, policy, consumable }: Promised, sold: TierView) => ({
  days: isShorter(days, sold) ? 'Holders have paid for this long: it can only grow, and stays timed or for life' : null,
  renewable: sold.renewable && !renewable ? 'Sold passes can be renewed: that stays' : null,
  graceDays: graceDays * day < sold.graceS ? 'Holders were promised this grace: it can only grow' : null,
  policy: mayBecome(policy, sold) ? null : 'Sold passes may be passed on: that cannot be taken back',
  consumable: consumable === sold.consumable ? null : 'How often a sold pass can be used stays as it was',
})
