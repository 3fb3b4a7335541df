import { useQueryClient } from '@tanstack/react-query'
import { amountOf, type Coin } from '../../lib/wallet/amount.ts'
import { refreshPasses } from '../passes/index.ts'
import { TransactionDialog } from '../wallet/index.ts'
import { useMarket } from './funds.tsx'

type Props = { units: bigint; coin: Coin; from?: string; onClose: () => void }

/** Lets the market take exactly so much of a token from my wallet for my offers; nothing takes all of it back. */
export function Allow({ units, coin, from, onClose }: Props) {
  const queries = useQueryClient()
  const market = useMarket()
  const words = amountOf(units, coin, 'up')
  const isBack = units === 0n
  return (
    <TransactionDialog
      title={isBack ? 'Take your word back' : `Cover offers with ${coin.symbol}`}
      request={{
        action: { does: 'allowToken', with: { token: coin.token as `0x${string}`, spender: market, amount: units } },
        // It stays in the wallet, and has to be there.
        costWei: units,
        coin,
        from,
        done: isBack ? `The market can take no more of your ${coin.symbol}` : `${words} stand behind your offers`,
        onConfirmed: () => refreshPasses(queries),
      }}
      confirm={isBack ? 'Take it back' : `Allow ${words}`}
      success={{
        title: isBack ? 'Taken back.' : 'Covered.',
        text: isBack ? `Your offers in ${coin.symbol} cannot be taken any more.` : 'Now you can make offers up to this amount.',
        action: (
          <button type="button" className="btn pri" onClick={onClose}>
            Go on
          </button>
        ),
      }}
      onClose={onClose}
    >
      <p>
        {isBack
          ? `The market keeps nothing of your ${coin.symbol}; it only had your word that it may take them for your offers.`
          : `${words} stay in your wallet. The market may take them, and no more, for an offer that you signed and somebody accepts.`}
      </p>
    </TransactionDialog>
  )
}
