import type { ReactNode } from 'react'
import { type Act, keepAct } from '../../lib/joining.ts'
import { useNext } from '../../lib/next.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Link } from '../../ui/link.tsx'

type Props = { title: string; join?: string; act?: Act | undefined; children?: ReactNode; onClose: () => void }

/** Whoever wants to act needs an account; they come back to where they were, and `act` is done. */
export function LogInFirst({ title, join = 'Join free', act, children, onClose }: Props) {
  const next = useNext()
  const onLeave = () => {
    if (act) keepAct(act, next)
    onClose()
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Link to="/login" search={{ next }} className="btn sec" onClick={onLeave}>
            Log in
          </Link>
          <Link to="/signup" search={{ next }} className="btn pri" data-autofocus onClick={onLeave}>
            {join}
          </Link>
        </>
      }
    >
      {children ?? <p>An account keeps what you pay for. A wallet comes only when you pay.</p>}
    </Dialog>
  )
}
