import type { PassPageView } from '@corefans/shared/contracts/market.ts'

const policies: Record<PassPageView['policy'], string> = {
  'markets-only':
    'Its owner may give it away, once a day at most, lend it for thirty days at most, or sell it here. No other market can move it, and a sale here pays the creator’s royalty. What two people settle beside a gift nobody can see.',
  open: 'Its owner may move it anywhere, also through other markets.',
  soulbound: 'It is bound to its first owner: it can be neither given away nor sold.',
}

/** What may be done with a pass, in plain words. */
export const policyWords = ({ policy }: Pick<PassPageView, 'policy'>): string => policies[policy]

export const percent = (bps: number): string => `${bps / 100} %`
