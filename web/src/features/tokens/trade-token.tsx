import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import { useState } from 'react'
import { useMe } from '../../lib/session.ts'
import type { TradeAsked, TradeQuote } from '../../lib/wallet/token-reads.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { LogInFirst } from '../payments/index.ts'
import { PayTrade } from './pay-trade.tsx'
import { TradeForm } from './trade-form.tsx'

type Props = { token: TokenView; side: 'buy' | 'sell'; onClose: () => void }
type Agreed = { asked: TradeAsked; quote: TradeQuote; slipBps: number }

/** A trade of a personal token: how much, with its true cost while it is typed; then the wallet. */
export function TradeToken({ token, side, onClose }: Props) {
  const me = useMe()
  const [agreed, setAgreed] = useState<Agreed | null>(null)
  const symbol = token.terms?.symbol ?? ''
  if (!me) return <TokenLogIn symbol={symbol} onClose={onClose} />
  if (agreed) return <PayTrade token={token} {...agreed} onClose={onClose} onStale={() => setAgreed(null)} />
  return (
    <Dialog title={`Trade $${symbol}`} onClose={onClose}>
      <TradeForm token={token} first={side} onAgree={setAgreed} />
    </Dialog>
  )
}

/** Tokens live in a wallet, and a wallet belongs to somebody. */
export const TokenLogIn = ({ symbol, onClose }: { symbol: string; onClose: () => void }) => (
  <LogInFirst title={`Buy $${symbol}`} join="Join free to buy" onClose={onClose}>
    <p>Tokens live in a wallet of your own. Join, and it is made in a second.</p>
  </LogInFirst>
)
