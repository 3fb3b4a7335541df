import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useConfig } from '../../lib/session.ts'
import { amountOf, type Coin } from '../../lib/wallet/amount.ts'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import { TransactionDialog } from '../wallet/index.ts'

/** Payments that could not be delivered wait in the contract: shown only to whom it happened. */
export function Credits() {
  const contracts = useConfig()?.chain.contracts
  if (!contracts?.payments) return null
  const coins: (Coin | undefined)[] = contracts.testUsd
    ? [undefined, { token: contracts.testUsd, symbol: 'tUSD', decimals: 6 }]
    : [undefined]
  const till = contracts.payments
  return coins.map((coin) => <Credit key={coin?.symbol ?? 'CORE'} till={till} coin={coin} />)
}

function Credit({ till, coin }: { till: string; coin: Coin | undefined }) {
  const queries = useQueryClient()
  const [isTaking, setTaking] = useState<bigint | null>(null)
  const key = ['credit', till, coin?.token ?? 'native']
  const credit = useQuery({ queryKey: key, queryFn: async () => (await (await loadEngine()).creditOf(till, coin)).toString() })
  const units = BigInt(credit.data ?? '0')
  if (units === 0n && isTaking === null) return null
  const amount = amountOf(isTaking ?? units, coin)
  return (
    <section className="owed" aria-label="Waiting for you">
      <div>
        <small>Could not be delivered to your wallet</small>
        <b className="num">{amount}</b>
      </div>
      <button type="button" className="btn pri" onClick={() => setTaking(units)}>
        Withdraw
      </button>
      {isTaking !== null && (
        <TransactionDialog
          title="Withdraw"
          order={{
            deed: { does: 'withdrawOwed', with: { till: till as `0x${string}`, ...(coin ? { token: coin.token as `0x${string}` } : {}) } },
            costWei: 0n,
            done: `${amount} is in your wallet`,
            onConfirmed: () => void queries.invalidateQueries({ queryKey: key }),
          }}
          confirm={`Withdraw ${amount}`}
          success={{
            title: 'Paid out.',
            text: `${amount} went to your wallet.`,
            action: (
              <button type="button" className="btn pri" onClick={() => setTaking(null)}>
                Done
              </button>
            ),
          }}
          onClose={() => setTaking(null)}
        >
          <p>It waits in the payments contract, and nobody else can take it.</p>
        </TransactionDialog>
      )}
    </section>
  )
}
