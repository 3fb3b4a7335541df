import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { core } from '../../lib/wallet/amount.ts'
import { shortAddress, TransactionDialog } from '../wallet/index.ts'
import { type MyCollection, owedQuery } from './my-collections.ts'
import { refreshPasses } from './refresh-passes.ts'

/** What the sales have earned and the contract still keeps, with the way out. */
export function OwedMoney({ of }: { of: MyCollection }) {
  const owed = useQuery(owedQuery(of.collection))
  const [isTaking, setTaking] = useState<bigint | null>(null)
  const wei = owed.data === undefined ? null : BigInt(owed.data)
  return (
    <section className="owed" aria-label="Earnings">
      <div>
        <small>Earned and not yet withdrawn</small>
        <b className="num">{wei === null ? '…' : core(wei)}</b>
        <small className="num">goes to your wallet {shortAddress(of.wallet)}</small>
      </div>
      <button type="button" className="btn pri" disabled={!wei} onClick={() => setTaking(wei)}>
        Withdraw
      </button>
      {isTaking !== null && <Withdraw of={of} wei={isTaking} onClose={() => setTaking(null)} />}
    </section>
  )
}

function Withdraw({ of, wei, onClose }: { of: MyCollection; wei: bigint; onClose: () => void }) {
  const queries = useQueryClient()
  return (
    <TransactionDialog
      title="Withdraw"
      order={{
        deed: { does: 'withdraw', with: { pass: of.collection, part: 'creator' } },
        costWei: 0n,
        from: of.wallet,
        done: 'Your earnings are in your wallet',
        onConfirmed: () => refreshPasses(queries),
      }}
      confirm={`Withdraw ${core(wei)}`}
      success={{
        title: 'Paid out.',
        text: `${core(wei)} went to your wallet ${shortAddress(of.wallet)}.`,
        action: (
          <button type="button" className="btn pri" onClick={onClose}>
            Done
          </button>
        ),
      }}
      onClose={onClose}
    >
      <dl className="bill num">
        <div>
          <dt>From your pass sales</dt>
          <dd>{core(wei)}</dd>
        </div>
        <div>
          <dt>CoreFans took its share at each sale</dt>
          <dd>0 CORE now</dd>
        </div>
        <div className="sum">
          <dt>You get</dt>
          <dd>{core(wei)}</dd>
        </div>
      </dl>
    </TransactionDialog>
  )
}
