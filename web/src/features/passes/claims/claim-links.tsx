import type { ClaimLinkView } from '@corefans/shared/contracts/claims.ts'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../lib/api.ts'
import { money, plural } from '../../../lib/format.ts'
import { sentenceOf } from '../../../lib/problem.ts'
import { Pages } from '../../../ui/pages.tsx'
import { Time } from '../../../ui/time.tsx'
import { toast } from '../../../ui/toast.ts'
import { TransactionDialog } from '../../wallet/index.ts'
import { Done } from '../done.tsx'
import { claimLinkPages, refreshClaims } from './claim-queries.ts'

const states: Record<ClaimLinkView['state'], string> = {
  open: 'open',
  used: 'all claimed',
  expired: 'expired',
  revoked: 'taken back',
  'sold-out': 'tier sold out',
}

/** The claim links of a creator, what became of them, and the ways to take one back. */
export function ClaimLinks({ walletOf }: { walletOf: (made: { collection: string }) => string }) {
  const links = useInfiniteQuery(claimLinkPages)
  const [withdrawn, setWithdrawn] = useState<ClaimLinkView | null>(null)
  return (
    <section className="pass-claim-links" aria-label="Claim links">
      <h2>Claim links</h2>
      <p className="muted small">A link gives passes of a tier to whoever opens it, also to people who have no account yet.</p>
      <Pages
        list={links}
        keyOf={({ id }) => id}
        rows={1}
        more="Show earlier"
        empty={<p className="muted">None yet. Make one at a tier above.</p>}
      >
        {(all) => (
          <ul className="rows">
            {all.map((link) => (
              <Row key={link.id} link={link} onWithdraw={() => setWithdrawn(link)} />
            ))}
          </ul>
        )}
      </Pages>
      {withdrawn && <Withdraw link={withdrawn} from={walletOf(withdrawn)} onClose={() => setWithdrawn(null)} />}
    </section>
  )
}

function Row({ link, onWithdraw }: { link: ClaimLinkView; onWithdraw: () => void }) {
  const queries = useQueryClient()
  const revoke = useMutation({
    mutationFn: () => api('DELETE /api/me/claim-links/:linkId', { linkId: link.id }),
    onSuccess: () => {
      toast('Taken back')
      refreshClaims(queries)
    },
    onError: (error) => toast(sentenceOf(error)),
  })
  return (
    <li className="pass-claim-row">
      <div>
        <b>{link.tierName}</b>
        <small className="num">
          {money(link.price)} · {link.used} of {link.uses} claimed · {states[link.state]} ·{' '}
          {link.state === 'open' ? 'until ' : 'was good until '}
          <Time iso={link.until} as="day" />
        </small>
        {link.greeting && <small>“{link.greeting}”</small>}
      </div>
      {link.state === 'open' && (
        <button
          type="button"
          className="btn ghost slim"
          disabled={revoke.isPending}
          aria-label={`Take back the link for ${link.tierName}`}
          onClick={() => revoke.mutate()}
        >
          Take back
        </button>
      )}
      {link.state === 'revoked' && link.loose > 0 && (
        <button type="button" className="btn sec slim" onClick={onWithdraw}>
          Withdraw {plural(link.loose, 'voucher')}
        </button>
      )}
    </li>
  )
}

/** What somebody had been given before the link was taken back, only the network can refuse. */
function Withdraw({ link, from, onClose }: { link: ClaimLinkView; from: string; onClose: () => void }) {
  const queries = useQueryClient()
  return (
    <TransactionDialog
      title="Withdraw vouchers"
      request={{
        action: {
          does: 'cancelVouchers',
          with: { pass: link.collection as `0x${string}`, word: BigInt(link.word), mask: BigInt(link.mask) },
        },
        costWei: 0n,
        from,
        done: 'The vouchers are void',
        onConfirmed: () => refreshClaims(queries),
      }}
      confirm="Make them void"
      success={{ title: 'Void.', text: 'Nobody can claim a pass with them any more.', action: <Done onClose={onClose} /> }}
      onClose={onClose}
    >
      <p>
        {plural(link.loose, 'person has', 'people have')} begun to claim a pass with this link and could still finish. CoreFans hands out no
        more; this makes the network refuse those too.
      </p>
    </TransactionDialog>
  )
}
