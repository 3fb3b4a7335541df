import type { HeldView } from '@corefans/shared/contracts/passes.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Time } from '../../ui/time.tsx'
import { shortAddress } from '../wallet/index.ts'

/** Who has a lent pass, or who lent it, and until when. */
export function LoanNote({ holding: { isMine, loan, owner } }: { holding: HeldView }) {
  if (!loan) return null
  const who = loan.other ? (
    <Link to="/@{$handle}" params={{ handle: loan.other.handle }} className="link">
      @{loan.other.handle}
    </Link>
  ) : (
    <span className="num">{shortAddress(isMine ? loan.to : owner)}</span>
  )
  return (
    <p className="pass-note">
      <Icon name={isMine ? 'lock' : 'check'} size="sm" />
      <span>
        {isMine ? 'Lent to ' : 'Lent to you by '}
        {who} until <Time iso={loan.until} as="full" />. {isMine && 'It opens nothing for you until then, and comes back by itself.'}
      </span>
    </p>
  )
}
