import { useQueryClient } from '@tanstack/react-query'
import { useConfig } from '../../lib/session.ts'
import { core } from '../../lib/wallet/amount.ts'
import { refreshPasses } from '../passes/index.ts'
import { TransactionDialog } from '../wallet/index.ts'

export type FundsMove = { way: 'in' | 'out'; amountWei: bigint; from?: string }

/** The market contract of this network, as an action names it. */
export function useMarket(): `0x${string}` {
  const contracts: Readonly<Record<string, string>> = useConfig()?.chain.contracts ?? {}
  return (contracts['passMarket'] ?? '') as `0x${string}`
}

/** Puts money behind one's offers, or takes it back. */
export function Funds({ move: { way, amountWei, from }, onClose }: { move: FundsMove; onClose: () => void }) {
  const queries = useQueryClient()
  const market = useMarket()
  const words = core(amountWei, way === 'in' ? 'up' : 'down')
  return (
    <TransactionDialog
      title={way === 'in' ? 'Add offer funds' : 'Take offer funds back'}
      request={{
        action: { does: way === 'in' ? 'depositForOffers' : 'withdrawOfferFunds', with: { market, amountWei } },
        costWei: way === 'in' ? amountWei : 0n,
        from,
        done: way === 'in' ? `${words} stand behind your offers` : `${words} are back in your wallet`,
        onConfirmed: () => refreshPasses(queries),
      }}
      confirm={way === 'in' ? `Add ${words}` : `Take ${words} back`}
      success={{
        title: way === 'in' ? 'Added.' : 'Taken back.',
        text: way === 'in' ? 'Now you can make offers up to this amount.' : 'Offers it no longer covers cannot be taken.',
        action: (
          <button type="button" className="btn pri" onClick={onClose}>
            Go on
          </button>
        ),
      }}
      onClose={onClose}
    >
      <p>
        {way === 'in'
          ? `${words} go into the market contract under your wallet. Nobody but you can take them out, except by accepting an offer you signed.`
          : `${words} go back to your wallet.`}
      </p>
    </TransactionDialog>
  )
}
