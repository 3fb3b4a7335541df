import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { Link } from '../../ui/link.tsx'

type Props = { title: string; join?: string; children?: ReactNode; onClose: () => void }

/** Whoever wants to pay needs an account; they come back to where they were. */
export function LogInFirst({ title, join = 'Join free', children, onClose }: Props) {
  const next = useLocation({ select: (location) => location.href })
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Link to="/login" search={{ next }} className="btn sec" onClick={onClose}>
            Log in
          </Link>
          <Link to="/signup" search={{ next }} className="btn pri" onClick={onClose}>
            {join}
          </Link>
        </>
      }
    >
      {children ?? <p>An account keeps what you pay for. A wallet comes only when you pay.</p>}
    </Dialog>
  )
}
