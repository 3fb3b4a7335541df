import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { invalidate } from '../../lib/query.ts'
import { useConfig } from '../../lib/session.ts'
import { amountOf, type Coin } from '../../lib/wallet/amount.ts'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import type { WalletAction } from '../../lib/wallet/wallet-actions.ts'
import { TransactionDialog } from '../wallet/index.ts'

/** Where what could not be delivered waits: of tips and purchases, or of passes sold on the market. */
type From = 'payments' | 'market'
const contractsOf = { payments: ['payments', 'escrow'], market: ['passMarket'] } as const
const placeOf = (from: From, address: string) => (from === 'market' ? { market: address } : { till: address })

/** Money that could not be delivered waits in the contract: shown only to whom it happened. */
export function Credits({ from }: { from: From }) {
  const contracts: Readonly<Record<string, string>> = useConfig()?.chain.contracts ?? {}
  const token = contracts['testUsd']
  const coins: (Coin | undefined)[] = token ? [undefined, { token, symbol: 'tUSD', decimals: 6 }] : [undefined]
  return contractsOf[from].flatMap((name) => {
    const address = contracts[name]
    return address ? coins.map((coin) => <Credit key={`${name} ${coin?.symbol}`} from={from} address={address} coin={coin} />) : []
  })
}

/** The action that fetches a credit from where it waits. */
function fetching(from: From, address: string, coin: Coin | undefined): WalletAction {
  const at = { ...(coin ? { token: coin.token as `0x${string}` } : {}) }
  return from === 'market'
    ? { does: 'claimSaleCredit', with: { market: address as `0x${string}`, ...at } }
    : { does: 'withdrawOwed', with: { till: address as `0x${string}`, ...at } }
}

function Credit({ from, address, coin }: { from: From; address: string; coin: Coin | undefined }) {
  const queries = useQueryClient()
  const [isTaking, setTaking] = useState<bigint | null>(null)
  const key = ['credit', address, coin?.token ?? 'native']
  const credit = useQuery({
    queryKey: key,
    queryFn: async () => (await (await loadEngine()).creditOf(placeOf(from, address), coin)).toString(),
  })
  const units = BigInt(credit.data ?? '0')
  if (units === 0n && isTaking === null) return null
  const amount = amountOf(isTaking ?? units, coin)
  return (
    <section className="callout" aria-label="Waiting for you">
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
          request={{
            action: fetching(from, address, coin),
            costWei: 0n,
            done: `${amount} is in your wallet`,
            onConfirmed: () => void invalidate(queries, 'credit'),
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
          <p>It waits in the contract, and nobody else can take it.</p>
        </TransactionDialog>
      )}
    </section>
  )
}
