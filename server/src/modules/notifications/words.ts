import type { Money } from '@corefans/shared/values/money.ts'
import { formatUnits } from 'viem'

/** An amount in a sentence: “1.5 CORE”. */
export const words = ({ amount, asset, decimals }: Money): string =>
  `${formatUnits(BigInt(amount), decimals)} ${asset.endsWith(':native') ? 'CORE' : 'tUSD'}`
