import type { LaunchView, TokenView } from '@corefans/shared/contracts/tokens.ts'
import { Suspense, useState } from 'react'
import { part } from '../../ui/part.tsx'
import { shortAddress } from '../wallet/index.ts'
import { spoilsOf } from './launch-mine.tsx'
import type { LaunchStep } from './launch-time.ts'

const Deposit = part(() => import('./launch-deposit.tsx'), 'LaunchDeposit')
const WalletAction = part(() => import('./launch-action.tsx'), 'LaunchActionDialog')

type Props = { token: TokenView; launch: LaunchView; step: LaunchStep; mayAbandon: boolean }
type Open = { does: 'deposit' } | { does: 'settle' } | { does: 'abandon' } | { does: 'claim'; wallet: string }

/** The one next thing to do about a launch, and its dialog. */
export function LaunchDoor({ token, launch, step, mayAbandon }: Props) {
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <div className="token-launch-buttons">
      {doorsOf({ token, launch, step, mayAbandon }).map(({ words, isMain, opens }) => (
        <button key={words} type="button" className={isMain ? 'btn pri' : 'btn sec'} onClick={() => setOpen(opens)}>
          {words}
        </button>
      ))}
      <Suspense>
        {open?.does === 'deposit' && <Deposit launch={launch} onClose={close} />}
        {open && open.does !== 'deposit' && <WalletAction token={token} launch={launch} {...open} onClose={close} />}
      </Suspense>
    </div>
  )
}

type Door = { words: string; isMain: boolean; opens: Open }

function doorsOf({ token, launch, step, mayAbandon }: Props): Door[] {
  if (step === 'running') {
    const words = launch.mine.length > 0 ? 'Put in more' : 'Put money in'
    return token.state === 'live' ? [] : [{ words, isMain: true, opens: { does: 'deposit' } }]
  }
  if (step === 'due') {
    const end: Door = { words: 'End the launch', isMain: true, opens: { does: 'settle' } }
    return mayAbandon ? [end, { words: 'Give every deposit back', isMain: false, opens: { does: 'abandon' } }] : [end]
  }
  const several = launch.mine.length > 1
  return launch.mine
    .filter(({ isClaimed }) => !isClaimed)
    .map((mine) => ({
      words: `Collect my ${spoilsOf(mine)}${several ? `, ${shortAddress(mine.wallet)}` : ''}`,
      isMain: true,
      opens: { does: 'claim', wallet: mine.wallet },
    }))
}
