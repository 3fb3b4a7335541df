import type { TipView } from '@corefans/shared/contracts/tips.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { money } from '../../lib/format.ts'
import { readPages } from '../../lib/query.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Blank } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Pages } from '../../ui/pages.tsx'
import { TabBar } from '../../ui/tabs.tsx'
import { Time } from '../../ui/time.tsx'
import { Credits } from '../payments/index.ts'

const tabs = [
  { key: 'received', label: 'Received' },
  { key: 'given', label: 'Given' },
] as const

/** Every tip of this account, both ways, as the chain has it. */
export function TipLists() {
  const [side, choose] = useState<(typeof tabs)[number]['key']>('received')
  return (
    <>
      <TabBar label="Side" tabs={tabs} now={side} onChoose={choose} />
      {side === 'received' && <Credits from="payments" />}
      <List side={side} />
    </>
  )
}

function List({ side }: { side: 'received' | 'given' }) {
  return (
    <Pages
      list={useInfiniteQuery(readPages('GET /api/me/tips', { side }))}
      keyOf={({ id }) => id}
      rows={2}
      more="Show earlier"
      empty={
        <Blank title={side === 'received' ? 'No tips yet' : 'You have tipped nobody yet'}>
          <p className="muted">Tips go from wallet to wallet, and are listed here with their transaction.</p>
        </Blank>
      }
    >
      {(all) => (
        <ul className="rows tip-list">
          {all.map((tip) => (
            <Row key={tip.id} tip={tip} side={side} />
          ))}
        </ul>
      )}
    </Pages>
  )
}

function Row({ tip, side }: { tip: TipView; side: 'received' | 'given' }) {
  const other = side === 'received' ? tip.payer : tip.payee
  return (
    <li>
      {other && <Avatar person={other} size={36} />}
      <div>
        <b>{other?.name ?? 'A wallet nobody has linked'}</b>
        <small className="num">
          <Time iso={tip.at} /> · {stateWords(tip)}
          {tip.postId && (
            <>
              {' · '}
              <Link to="/post/$postId" params={{ postId: tip.postId }}>
                for a post
              </Link>
            </>
          )}
        </small>
      </div>
      <div className="tip-amount num" title={`Transaction ${tip.txHash}`}>
        <b>{money(side === 'received' ? tip.net : tip.gross)}</b>
        <small>{side === 'received' ? `of ${money(tip.gross)}` : `fee ${tip.fee.amount === '0' ? 'none' : money(tip.fee)}`}</small>
      </div>
    </li>
  )
}

function stateWords({ state, confirmations, delivered }: TipView): string {
  if (state === 'reversed') return 'taken back by the network'
  if (state === 'seen') return `${confirmations.have} of ${confirmations.needed} confirmations`
  return delivered ? 'delivered' : 'waits in the contract'
}
