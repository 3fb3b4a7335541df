import type { LaunchView, TokenView } from '@corefans/shared/contracts/tokens.ts'
import { Suspense, useState } from 'react'
import { part } from '../../ui/part.tsx'
import { Time } from '../../ui/time.tsx'
import { shortAddress } from '../wallet/index.ts'
import { spoilsOf } from './launch-mine.tsx'
import { creatorsLockMs, type LaunchStep } from './launch-time.ts'

const Deposit = part(() => import('./launch-deposit.tsx'), 'LaunchDeposit')
const WalletAction = part(() => import('./launch-action.tsx'), 'LaunchActionDialog')

type Props = { token: TokenView; launch: LaunchView; step: LaunchStep; time: number; mayAbandon: boolean }
type Open = { does: 'deposit' } | { does: 'settle' } | { does: 'abandon' } | { does: 'claim'; wallet: string }

/** The one next thing to do about a launch, and its dialog. */
export function LaunchDoor({ token, launch, step, time, mayAbandon }: Props) {
  const [open, setOpen] = useState<Open | null>(null)
  const lockMs = lockOf({ token, launch, step, time })
  const close = () => setOpen(null)
  return (
    <div className="token-launch-buttons">
      {lockMs !== null && (
        <p className="muted small">
          Your own part is locked until <Time iso={new Date(lockMs).toISOString()} as="day" />, as everybody was told.
        </p>
      )}
      {doorsOf({ token, launch, step, time, mayAbandon }).map(({ words, isMain, opens }) => (
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

/** Until when the viewer's part is locked: of the wallet that opened the launch alone, and only where it bought something. */
function lockOf({ token, launch, step, time }: Omit<Props, 'mayAbandon'>): number | null {
  const isWaiting = launch.mine.some(({ isCreators, isClaimed, tokens }) => isCreators && !isClaimed && tokens !== '0')
  if (step !== 'settled' || !isWaiting || !token.launchedAt) return null
  const lockMs = creatorsLockMs(token.launchedAt, launch)
  return lockMs > time ? lockMs : null
}

type Door = { words: string; isMain: boolean; opens: Open }

function doorsOf({ token, launch, step, time, mayAbandon }: Props): Door[] {
  if (step === 'running') {
    const words = launch.mine.length > 0 ? 'Put in more' : 'Put money in'
    return token.state === 'live' ? [] : [{ words, isMain: true, opens: { does: 'deposit' } }]
  }
  if (step === 'due') {
    const end: Door = { words: 'End the launch', isMain: true, opens: { does: 'settle' } }
    return mayAbandon ? [end, { words: 'Give every deposit back', isMain: false, opens: { does: 'abandon' } }] : [end]
  }
  const several = launch.mine.length > 1
  const isLocked = lockOf({ token, launch, step, time }) !== null
  return launch.mine
    .filter(({ isClaimed, isCreators }) => !isClaimed && !(isCreators && isLocked))
    .map((mine) => ({
      words: `Collect my ${spoilsOf(mine)}${several ? `, ${shortAddress(mine.wallet)}` : ''}`,
      isMain: true,
      opens: { does: 'claim', wallet: mine.wallet },
    }))
}
