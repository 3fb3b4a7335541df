import { unmade } from '@corefans/chain/curve.ts'
import { exitOf } from '@corefans/chain/launch.ts'
import type { LaunchView } from '@corefans/shared/contracts/tokens.ts'
import { core } from '../../lib/wallet/amount.ts'
import { Bill, BillLine } from '../../ui/bill.tsx'
import { shortAddress } from '../wallet/index.ts'
import type { LaunchStep } from './launch-time.ts'
import { tokens } from './token-amount.ts'

export type Mine = LaunchView['mine'][number]
type Props = { launch: LaunchView; mine: Mine; step: LaunchStep; several: boolean }

/** What one of my wallets has in a launch, and what that comes to. */
export function MyPart({ launch, mine, step, several }: Props) {
  return (
    <Bill label="Your part" className="token-launch-mine">
      <BillLine name={<>You put in{several && `, ${shortAddress(mine.wallet)}`}</>} value={core(BigInt(mine.depositWei))} />
      {mine.tokens !== '0' && (
        <>
          <BillLine
            kind="sub"
            name={words(step, mine)}
            value={
              <>
                {tokens(mine.tokens)} ${launch.terms.symbol}
              </>
            }
          />
          <BillLine kind="sub" name="For" value={core(BigInt(mine.paidWei), 'up')} />
          {step === 'settled' && <Exit launch={launch} mine={mine} />}
        </>
      )}
      <BillLine kind="sub" name={mine.isClaimed ? 'Went back to you' : 'Goes back to you'} value={core(BigInt(mine.refundWei))} />
    </Bill>
  )
}

/** What selling again would give. It stands beside the price paid, so that nobody has to hurry to find out. */
function Exit({ launch, mine }: Pick<Props, 'launch' | 'mine'>) {
  const exit = exitOf(unmade(launch.terms, 0n), { tokens: BigInt(launch.tokens), amount: BigInt(mine.tokens) })
  if (!exit) return null
  return (
    <>
      <BillLine kind="sub" name="If all of the launch sold, you first" value={core(exit.firstWei)} />
      <BillLine kind="sub" name="And you last, at least" value={core(exit.lastWei)} />
    </>
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
