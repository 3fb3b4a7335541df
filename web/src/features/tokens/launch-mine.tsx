import type { LaunchView } from '@corefans/shared/contracts/tokens.ts'
import { core } from '../../lib/wallet/amount.ts'
import { shortAddress } from '../wallet/index.ts'
import type { LaunchStep } from './launch-time.ts'
import { tokens } from './token-amount.ts'

export type Mine = LaunchView['mine'][number]
type Props = { launch: LaunchView; mine: Mine; step: LaunchStep; several: boolean }

/** What one of my wallets has in a launch, and what that comes to. */
export function MyPart({ launch, mine, step, several }: Props) {
  return (
    <dl className="bill num token-launch-mine" aria-label="Your part">
      <div>
        <dt>You put in{several && `, ${shortAddress(mine.wallet)}`}</dt>
        <dd>{core(BigInt(mine.depositWei))}</dd>
      </div>
      {mine.tokens !== '0' && (
        <>
          <div className="bill-sub">
            <dt>{words(step, mine)}</dt>
            <dd>
              {tokens(mine.tokens)} ${launch.terms.symbol}
            </dd>
          </div>
          <div className="bill-sub">
            <dt>For</dt>
            <dd>{core(BigInt(mine.paidWei), 'up')}</dd>
          </div>
        </>
      )}
      <div className="bill-sub">
        <dt>{mine.isClaimed ? 'Went back to you' : 'Goes back to you'}</dt>
        <dd>{core(BigInt(mine.refundWei))}</dd>
      </div>
    </dl>
  )
}

function words(step: LaunchStep, { isClaimed }: Mine): string {
  if (step !== 'settled') return 'If nobody else comes you get'
  return isClaimed ? 'You got' : 'You get'
}

/** What there is to collect, in words. */
export const spoilsOf = ({ tokens: bought, refundWei }: Mine): string =>
  bought === '0' ? 'refund' : refundWei === '0' ? 'tokens' : 'tokens and refund'

/** “12 $MAYA and 3 CORE”, “3 CORE”, whatever there is. */
export function spoils({ tokens: bought, refundWei }: Mine, symbol: string): string {
  const parts = [bought !== '0' && `${tokens(bought)} $${symbol}`, refundWei !== '0' && core(BigInt(refundWei))]
  return parts.filter((part) => part !== false).join(' and ')
}
