import type { SignedTokenTerms } from '@corefans/chain/token-terms.ts'
import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useConfig } from '../../lib/session.ts'
import { core } from '../../lib/wallet/amount.ts'
import type { TradeAsked, TradeQuote } from '../../lib/wallet/token-reads.ts'
import type { WalletAction } from '../../lib/wallet/wallet-actions.ts'
import { Link } from '../../ui/link.tsx'
import { TransactionDialog } from '../wallet/index.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import { tokens } from './token-amount.ts'
import { refreshTokens } from './token-queries.ts'
import { TrueCost } from './true-cost.tsx'

type Address = `0x${string}`
type Agreed = { asked: TradeAsked; quote: TradeQuote; slipBps: number }
type Props = Agreed & { token: TokenView; onClose: () => void; onStale: () => void }

const patienceS = 600n

/** What was agreed to is what the contract is bound by; if the price moves beyond it nothing happens, and it is quoted anew. */
export function PayTrade({ token, asked, quote, slipBps, onClose, onStale }: Props) {
  const queries = useQueryClient()
  const contracts: Readonly<Record<string, string>> = useConfig()?.chain.contracts ?? {}
  const bounds = boundsOf(asked.does, quote, { slipBps, isFirst: token.state === 'promised' })
  const { title, confirm, done, success } = wordsOf(quote, token.terms?.symbol ?? '')
  return (
    <TransactionDialog
      title={title}
      request={{
        action: actionOf({ token, tokenFactory: (contracts['tokenFactory'] ?? '') as Address }, { asked, quote, bounds }),
        costWei: bounds.mostWei,
        done,
        onConfirmed: () => refreshTokens(queries),
      }}
      confirm={confirm}
      success={{
        ...success,
        action: (
          <Link to="/token/$handle" params={{ handle: token.creator.handle }} className="btn pri" onClick={onClose}>
            See the token
          </Link>
        ),
      }}
      onClose={onClose}
      onStale={onStale}
    >
      <TrueCost token={token} does={asked.does} quote={quote} slipBps={slipBps} />
    </TransactionDialog>
  )
}

function wordsOf(quote: TradeQuote, symbol: string) {
  if (quote.side === 'sell') {
    const [what, money] = [`${tokens(quote.amount)} $${symbol}`, core(quote.outWei)]
    const success = { title: 'Sold.', text: `${money} are in your wallet.` }
    return { title: `Sell $${symbol}`, confirm: `Sell for ${money}`, done: `${what} sold`, success }
  }
  const what = `${tokens(quote.out)} $${symbol}`
  const success = { title: 'Yours.', text: `${what} are in your wallet.` }
  return { title: `Buy $${symbol}`, confirm: `Pay ${core(quote.valueWei, 'up')}`, done: `${what} are yours`, success }
}

type Where = { token: TokenView; tokenFactory: Address }
type What = { asked: TradeAsked; quote: TradeQuote; bounds: Bounds }

function actionOf({ token, tokenFactory }: Where, { asked, quote, bounds }: What): WalletAction {
  const at = { token: asked.token as Address, deadlineS: quote.nowS + patienceS }
  if (quote.side === 'sell') return { does: 'sellToken', with: { ...at, amount: quote.amount, minOutWei: bounds.leastOut } }
  if (token.signed) {
    const signed = { ...token.signed, validUntilS: BigInt(token.signed.validUntilS) } as SignedTokenTerms
    const { leastOut: minOut, mostWei: valueWei } = bounds
    return { does: 'buyFirstToken', with: { tokenFactory, signed, valueWei, minOut, deadlineS: at.deadlineS } }
  }
  if (asked.does === 'get') return { does: 'buyTokenExact', with: { ...at, amount: quote.out, maxWei: bounds.mostWei } }
  return { does: 'buyToken', with: { ...at, valueWei: quote.valueWei, minOut: bounds.leastOut } }
}
