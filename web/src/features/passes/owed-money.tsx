import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { amountOf, type Coin } from '../../lib/wallet/amount.ts'
import { Bill, BillLine } from '../../ui/bill.tsx'
import { shortAddress, TransactionDialog } from '../wallet/index.ts'
import { type MyCollection, owedQuery } from './my-collections.ts'
import { refreshPasses } from './refresh-passes.ts'

type Props = { of: MyCollection; coin?: Coin | undefined }

/** What the sales have earned and the contract still keeps, with the way out; of another coin only if there is any. */
export function OwedMoney({ of, coin }: Props) {
  const owed = useQuery(owedQuery(of.collection, coin?.token))
  const [isTaking, setTaking] = useState<bigint | null>(null)
  const wei = owed.data === undefined ? null : BigInt(owed.data)
  // While it is being paid out the dialog stays, though nothing is owed any more.
  if (coin && !wei && isTaking === null) return null
  return (
    <section className="callout" aria-label={coin ? `Earnings in ${coin.symbol}` : 'Earnings'}>
      <div>
        <small>Earned and not yet withdrawn</small>
        <b className="num">{wei === null ? '…' : amountOf(wei, coin)}</b>
        <small className="num">goes to your wallet {shortAddress(of.wallet)}</small>
      </div>
      <button type="button" className="btn pri" disabled={!wei} onClick={() => setTaking(wei)}>
        Withdraw
      </button>
      {isTaking !== null && <Withdraw of={of} coin={coin} wei={isTaking} onClose={() => setTaking(null)} />}
    </section>
  )
}

function Withdraw({ of, coin, wei, onClose }: Props & { wei: bigint; onClose: () => void }) {
  const queries = useQueryClient()
  const amount = amountOf(wei, coin)
  const token = coin ? { token: coin.token as `0x${string}` } : {}
  return (
    <TransactionDialog
      title="Withdraw"
      request={{
        action: { does: 'withdraw', with: { pass: of.collection, part: 'creator', ...token } },
        costWei: 0n,
        from: of.wallet,
        done: 'Your earnings are in your wallet',
        onConfirmed: () => refreshPasses(queries),
      }}
      confirm={`Withdraw ${amount}`}
      success={{
        title: 'Paid out.',
        text: `${amount} went to your wallet ${shortAddress(of.wallet)}.`,
        action: (
          <button type="button" className="btn pri" onClick={onClose}>
            Done
          </button>
        ),
      }}
      onClose={onClose}
    >
      <Bill>
        <BillLine name="From your pass sales" value={amount} />
        <BillLine name="CoreFans took its share at each sale" value="Nothing now" />
        <BillLine kind="sum" name="You get" value={amount} />
      </Bill>
    </TransactionDialog>
  )
}
