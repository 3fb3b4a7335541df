import type { LaunchView, TokenView } from '@corefans/shared/contracts/tokens.ts'
import { lazy, Suspense, useState } from 'react'
import { spoils } from './launch-mine.tsx'
import type { LaunchStep } from './launch-time.ts'

const Deposit = lazy(() => import('./launch-deposit.tsx').then((module) => ({ default: module.LaunchDeposit })))
const Deed = lazy(() => import('./launch-deed.tsx').then((module) => ({ default: module.LaunchDeedDialog })))

type Props = { token: TokenView; launch: LaunchView; step: LaunchStep; mayAbandon: boolean }
type Open = { does: 'deposit' } | { does: 'settle' } | { does: 'abandon' } | { does: 'claim'; wallet: string }

/** The one next thing to do about a launch, and its dialog. */
export function LaunchDoor({ token, launch, step, mayAbandon }: Props) {
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const claims = launch.state === 'open' ? [] : launch.mine.filter(({ isClaimed }) => !isClaimed)
  return (
    <div className="launch-b">
      {step === 'running' && token.state !== 'live' && (
        <button type="button" className="btn pri" onClick={() => setOpen({ does: 'deposit' })}>
          {launch.mine.length > 0 ? 'Put in more' : 'Put money in'}
        </button>
      )}
      {step === 'due' && (
        <button type="button" className="btn pri" onClick={() => setOpen({ does: 'settle' })}>
          End the launch
        </button>
      )}
      {step === 'due' && mayAbandon && (
        <button type="button" className="btn sec" onClick={() => setOpen({ does: 'abandon' })}>
          Give every deposit back
        </button>
      )}
      {claims.map((mine) => (
        <button key={mine.wallet} type="button" className="btn pri" onClick={() => setOpen({ does: 'claim', wallet: mine.wallet })}>
          Collect {spoils(mine, launch.terms.symbol)}
        </button>
      ))}
      <Suspense>
        {open?.does === 'deposit' && <Deposit launch={launch} onClose={close} />}
        {open && open.does !== 'deposit' && <Deed token={token} launch={launch} {...open} onClose={close} />}
      </Suspense>
    </div>
  )
}
