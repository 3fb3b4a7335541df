/** `above`: who follows more than this has a timeline. `kept`: how many of its newest posts. */
export type TimelineConfig = { above: number; kept: number }
export type Sizes = TimelineConfig & {
  /** Who follows fewer than this loses it: who goes to and fro at the border does not have it written anew each time. */
  below: number
  /** It may grow to this before it is cut back to `kept`. */
  most: number
}

export const sizesOf = ({ above, kept }: TimelineConfig): Sizes => ({
  above,
  kept,
  below: Math.floor(above * 0.8),
  most: Math.ceil(kept * 1.25),
})

/** What becomes of an account's timeline when whom it follows has changed. */
export function fateOf(account: { hasTimeline: boolean; following: number }, { above, below }: Sizes): 'open' | 'drop' | 'mend' | 'none' {
  if (account.hasTimeline) return account.following < below ? 'drop' : 'mend'
  return account.following > above ? 'open' : 'none'
}
