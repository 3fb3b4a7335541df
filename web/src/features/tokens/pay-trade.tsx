import type { SignedTokenTerms } from '@corefans/chain/token-terms.ts'
import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useConfig } from '../../lib/session.ts'
import { core } from '../../lib/wallet/amount.ts'
import type { Deed } from '../../lib/wallet/deeds.ts'
import type { TradeAsked, TradeQuote } from '../../lib/wallet/token-reads.ts'
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
  const symbol = token.terms?.symbol ?? ''
  const bounds = boundsOf(asked.does, quote, { slipBps, isFirst: token.state === 'promised' })
  const isBuy = quote.side === 'buy'
  const words = isBuy ? `${tokens(quote.out)} $${symbol}` : `${tokens(quote.amount)} $${symbol}`
  return (
    <TransactionDialog
      title={isBuy ? `Buy $${symbol}` : `Sell $${symbol}`}
      order={{
        deed: deedOf({ token, tokenFactory: (contracts['tokenFactory'] ?? '') as Address }, { asked, quote, bounds }),
        costWei: bounds.mostWei,
        done: isBuy ? `${words} are yours` : `${words} sold`,
        onConfirmed: () => refreshTokens(queries),
      }}
      confirm={isBuy ? `Pay ${core(quote.valueWei, 'up')}` : `Sell for ${core(quote.outWei)}`}
      success={{
        title: isBuy ? 'Yours.' : 'Sold.',
        text: isBuy ? `${words} are in your wallet.` : `${core(quote.outWei)} are in your wallet.`,
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

type Where = { token: TokenView; tokenFactory: Address }
type What = { asked: TradeAsked; quote: TradeQuote; bounds: Bounds }

function deedOf({ token, tokenFactory }: Where, { asked, quote, bounds }: What): Deed {
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
