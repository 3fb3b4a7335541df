import type { WalletView } from '@corefans/shared/contracts/accounts.ts'
import { type FormEvent, useEffect, useState } from 'react'
import { useConfig } from '../../lib/session.ts'
import type { Coin } from '../../lib/wallet/amount.ts'
import { hasPasskeys } from '../../lib/wallet/passkey-secret.ts'
import type { Step } from '../../lib/wallet/transaction.ts'
import type { Flow } from '../../lib/wallet/transaction-flow.ts'
import { TextField } from '../../ui/field.tsx'
import { CopyAddress } from './copy-address.tsx'
import { WalletChoices } from './wallet-choices.tsx'

type Props = { step: Step; flow: Flow; payer: WalletView | null; coin?: Coin | undefined }

/** What a step asks for beyond one tap: a wallet, money, or a password. */
export function TransactionNeeds({ step, flow, payer, coin }: Props) {
  if (step.at === 'opening') return <MayCancel onCancel={flow.cancel} />
  if (step.at === 'no-wallet') return <FirstWallet flow={flow} />
  if (step.at === 'insufficient') return <MoreMoney flow={flow} payer={payer} coin={coin} />
  if (step.at === 'password') return <Password onPassword={flow.confirm} />
  if (step.at === 'wrong-network') return <FollowsTheWallet flow={flow} />
  if (step.at === 'pending') return <TakesLong />
  return null
}

/** Where the browser has passkeys the one press below makes the wallet; there are other ways for whoever wants them. */
function FirstWallet({ flow }: { flow: Flow }) {
  const [isOther, setOther] = useState(!hasPasskeys())
  if (isOther) return <WalletChoices onDone={flow.check} />
  return (
    <button type="button" className="link" onClick={() => setOther(true)}>
      Use a password or a wallet I have
    </button>
  )
}

function MoreMoney({ flow, payer, coin }: Pick<Props, 'flow' | 'payer' | 'coin'>) {
  if (useConfig()?.demo)
    return <p className="muted small">Test money of this demo{coin ? '' : ', up to 100 CORE a day'}. It is worth nothing elsewhere.</p>
  return (
    <>
      {payer && <CopyAddress address={payer.address} label={`Send ${coin?.symbol ?? 'CORE'} to this address`} />}
      <button type="button" className="btn sec wide" onClick={flow.check}>
        Look again
      </button>
    </>
  )
}

function Password({ onPassword }: { onPassword: (password: string) => void }) {
  const [password, setPassword] = useState('')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (password) onPassword(password)
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      <TextField
        label="Wallet password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <button type="submit" className="btn pri wide" disabled={!password}>
        Open and confirm
      </button>
    </form>
  )
}

/** Whoever changes the network or the account in the wallet itself need not tell us. */
function FollowsTheWallet({ flow }: { flow: Flow }) {
  useEffect(() => {
    let isGone = false
    let stop = () => {}
    void import('../../lib/wallet/browser-wallet.ts').then(async ({ watchBrowserWallets }) => {
      stop = await watchBrowserWallets(() => flow.confirm())
      if (isGone) stop()
    })
    return () => {
      isGone = true
      stop()
    }
  }, [flow])
  return null
}

/** True once a time has passed. */
function useLate(afterMs: number): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), afterMs)
    return () => clearTimeout(timer)
  }, [afterMs])
  return isLate
}

/** A wallet that does not answer must not hold anybody. */
const MayCancel = ({ onCancel }: { onCancel: () => void }) =>
  useLate(5_000) ? (
    <button type="button" className="btn ghost wide" onClick={onCancel}>
      Cancel
    </button>
  ) : null

const TakesLong = () =>
  useLate(60_000) ? (
    <p className="muted">This takes longer than usual. It is sent and not lost; a browser wallet may offer to speed it up.</p>
  ) : null
