import type { Money } from '@corefans/shared/values/money.ts'
import { formatUnits } from 'viem'

/** What others did to what somebody wrote, after the names of those who did it. */
export const said = {
  likedPost: 'liked your post',
  likedComment: 'liked your comment',
  commented: 'commented on your post',
  replied: 'replied to your comment',
} as const

/** An amount in a sentence: “1.5 CORE”. */
export const words = ({ amount, asset, decimals }: Money): string =>
  `${formatUnits(BigInt(amount), decimals)} ${asset.endsWith(':native') ? 'CORE' : 'tUSD'}`
