import type { ReactNode } from 'react'
import { useConfig } from '../../lib/session.ts'
import { hasPasskeys } from '../../lib/wallet/passkey-secret.ts'
import type { Step } from '../../lib/wallet/transaction.ts'
import type { Flow } from '../../lib/wallet/transaction-flow.ts'

type Props = { step: Step; flow: Flow; confirm: string; onClose: () => void; onStale?: (() => void) | undefined }

/** The one next tap, or null where a step asks for none, or for more: see `TransactionNeeds`. */
export function actionFor(props: Props): ReactNode {
  const { step, flow, confirm, onClose } = props
  const actions: Partial<Record<Step['at'], ReactNode>> = {
    'no-wallet': hasPasskeys() ? <Prepare {...props}>{confirm}</Prepare> : null,
    insufficient: <TopUp {...props} />,
    review: <Main onClick={() => flow.confirm()}>{confirm}</Main>,
    'wrong-network': <Main onClick={flow.switchNetwork}>Switch network</Main>,
    pending: <Quiet onClick={onClose}>Close</Quiet>,
    failed: <AfterFailure {...props} />,
  }
  return actions[step.at] ?? null
}

const Prepare = ({ flow, children }: Pick<Props, 'flow'> & { children: ReactNode }) => {
  const isDemo = useConfig()?.demo === true
  return <Main onClick={() => flow.prepare({ topUp: isDemo })}>{children}</Main>
}

/** Test money comes with the press that pays; real money has to come from elsewhere. */
const TopUp = ({ flow, confirm }: Pick<Props, 'flow' | 'confirm'>) =>
  useConfig()?.demo === true ? (
    <Prepare flow={flow}>
      Top up and {confirm.charAt(0).toLowerCase()}
      {confirm.slice(1)}
    </Prepare>
  ) : null

const over = new Set(['payments/already-paid', 'passes/sold-out', 'passes/tier-unknown', 'wallet/not-linked'])
// A price that rose is refused by its limit, one that fell by the amount that was sent.
const stale = new Set(['passes/price-moved', 'passes/wrong-value', 'tokens/price-moved', 'tokens/too-late'])

/** Only what another try could change is tried again. */
function AfterFailure({ step, flow, onClose, onStale }: Props) {
  const code = step.at === 'failed' ? step.problem.code : ''
  if (over.has(code)) return <Quiet onClick={onClose}>Close</Quiet>
  if (stale.has(code) && onStale) return <Main onClick={onStale}>See the new price</Main>
  return <Main onClick={flow.check}>Try again</Main>
}

const Main = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <button type="button" className="btn pri wide" onClick={onClick}>
    {children}
  </button>
)
const Quiet = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <button type="button" className="btn ghost" onClick={onClick}>
    {children}
  </button>
)
