import type { ClaimState, ClaimView, VoucherView } from '@corefans/shared/contracts/claims.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { money } from '../../../lib/format.ts'
import { ApiProblem } from '../../../lib/problem.ts'
import { useMe } from '../../../lib/session.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Blank, Failure } from '../../../ui/empty-state.tsx'
import { PageHeader } from '../../../ui/header.tsx'
import { Link } from '../../../ui/link.tsx'
import { Name } from '../../../ui/name.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Loading } from '../../../ui/skeletons.tsx'
import { Time } from '../../../ui/time.tsx'
import { PassCard } from '../pass-card.tsx'
import { Mint, TakeVoucher } from './claim.tsx'
import { claimQuery } from './claim-queries.ts'
import { secretOf } from './secret.ts'

/** Where a claim link leads: what it gives, who gives it, until when; and the one button that takes it. */
export function ClaimPage() {
  const { linkId } = useParams({ strict: false }) as { linkId: string }
  const claim = useQuery(claimQuery(linkId))
  // The address is read in the browser only: the server never sees what stands behind the #.
  const [secret, setSecret] = useState<string | null>(null)
  useEffect(() => setSecret(secretOf(linkId)), [linkId])
  return (
    <>
      <PageHeader title="A pass for you" />
      {claim.error && <NoClaim error={claim.error} onRetry={() => void claim.refetch()} />}
      {!claim.data && !claim.error && <Loading rows={1} />}
      {claim.data && <Gift claim={claim.data} secret={secret} />}
    </>
  )
}

/** A link that was never made, or of which a part is missing, is nothing to try again. */
function NoClaim({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const isUnknown = error instanceof ApiProblem && (error.status === 404 || error.status === 422)
  if (!isUnknown) return <Failure error={error} onRetry={onRetry} />
  return (
    <Blank title="There is no such link">
      <p className="muted">Ask whoever gave it to you for the whole address, with all that stands behind the #.</p>
    </Blank>
  )
}

function Gift({ claim, secret }: { claim: ClaimView; secret: string | null }) {
  const { tier, greeting, until, price } = claim
  // Above what the link still gives: the dialog must not go away when its own pass was the last.
  const [voucher, setVoucher] = useState<VoucherView | null>(null)
  return (
    <div className="pass-claim">
      <p className="pass-claim-by">
        <Avatar person={tier.creator} size={56} />
        <span>
          <Link to="/@{$handle}" params={{ handle: tier.creator.handle }} className="link">
            <b>
              <Name>{tier.creator.name}</Name>
            </b>
          </Link>{' '}
          gives you a pass
          <small className="muted num">
            {money(price)} · claim it until <Time iso={until} as="full" />
          </small>
        </span>
      </p>
      {greeting && <blockquote className="pass-said">{greeting}</blockquote>}
      <PassCard tier={{ ...tier, price, soldOut: false, viewer: { holds: false, expiresAt: null } }} heading="h2" />
      <NextStep claim={claim} secret={secret} onVoucher={setVoucher} />
      {voucher && <Mint claim={claim} voucher={voucher} onClose={() => setVoucher(null)} />}
    </div>
  )
}

const endings: Record<Exclude<ClaimState, 'open'>, string> = {
  used: 'Somebody was quicker: every pass of this link is claimed.',
  expired: 'This link has expired.',
  revoked: 'Its creator took this link back.',
  'sold-out': 'All passes of this tier are sold.',
}

type NextProps = { claim: ClaimView; secret: string | null; onVoucher: (voucher: VoucherView) => void }

function NextStep({ claim, secret, onVoucher }: NextProps) {
  const me = useMe()
  if (claim.viewer.hasClaimed)
    return (
      <Ending words="You have claimed your pass of this link.">
        <Link to="/wallet" className="btn pri">
          My passes
        </Link>
      </Ending>
    )
  if (claim.state !== 'open')
    return (
      <Ending words={endings[claim.state]}>
        <Link to="/@{$handle}" params={{ handle: claim.tier.creator.handle }} className="btn sec">
          See <Name>{claim.tier.creator.name}</Name>
        </Link>
      </Ending>
    )
  if (!secret) return <Ending words="This address is not whole. Ask for all of it, with what stands behind the #." />
  return me ? <TakeVoucher claim={claim} secret={secret} onVoucher={onVoucher} /> : <JoinFirst linkId={claim.id} />
}

const Ending = ({ words, children }: { words: string; children?: ReactNode }) => (
  <div className="pass-claim-next">
    <Notice>{words}</Notice>
    {children}
  </div>
)

/** The secret stays in this tab; the way back names the link alone. */
function JoinFirst({ linkId }: { linkId: string }) {
  const next = `/claim/${linkId}`
  return (
    <div className="pass-claim-next">
      <Link to="/signup" search={{ next }} className="btn pri">
        Join free to claim it
      </Link>
      <Link to="/login" search={{ next }} className="btn sec">
        Log in
      </Link>
      <p className="muted small">An account keeps the pass; you come straight back here.</p>
    </div>
  )
}
