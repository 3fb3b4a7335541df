import type { Step } from '../../lib/wallet/transaction.ts'
import { Rings } from '../../ui/brand.tsx'
import { Icon } from '../../ui/icon.tsx'
import { shortAddress } from './short-address.ts'
import { type Setting, wordsOf } from './step-words.ts'

type Props = { step: Step; setting: Setting; done: { title: string; text: string } }

/** Where the money action stands, said aloud when it changes. */
export function StepNotice({ step, setting, done }: Props) {
  const { icon, title, text, tone } = wordsOf(step, setting)
  if (step.at === 'confirmed')
    return (
      <div className="wallet-tx-done" role="status">
        <Rings className="blank-rings" />
        <b>{done.title}</b>
        <p className="muted">{done.text}</p>
        <Receipt hash={step.hash} />
      </div>
    )
  return (
    <div className="wallet-tx-now" data-tone={tone} data-step={step.at} role={tone === 'bad' ? 'alert' : 'status'}>
      <span className="wallet-tx-icon">{icon === 'busy' ? <span className="spinner" /> : <Icon name={icon} />}</span>
      <div>
        <b>{title}</b>
        <p>{text}</p>
        {step.at === 'pending' && <progress className="bar-progress" max={step.needed} value={step.have} aria-label="Confirmations" />}
        {'hash' in step && step.hash && <Receipt hash={step.hash} />}
      </div>
    </div>
  )
}

const Receipt = ({ hash }: { hash: string }) => (
  <p className="muted small num" title={hash}>
    Transaction {shortAddress(hash)}
  </p>
)
