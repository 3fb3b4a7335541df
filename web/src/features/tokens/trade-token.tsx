import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '../../lib/session.ts'
import type { TradeAsked, TradeQuote } from '../../lib/wallet/token-reads.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Link } from '../../ui/link.tsx'
import { PayTrade } from './pay-trade.tsx'
import { TradeForm } from './trade-form.tsx'

type Props = { token: TokenView; side: 'buy' | 'sell'; onClose: () => void }
type Agreed = { asked: TradeAsked; quote: TradeQuote; slipBps: number }

/** A trade of a personal token: how much, with its true cost while it is typed; then the wallet. */
export function TradeToken({ token, side, onClose }: Props) {
  const me = useMe()
  const [agreed, setAgreed] = useState<Agreed | null>(null)
  const symbol = token.terms?.symbol ?? ''
  if (!me) return <LogInFirst symbol={symbol} onClose={onClose} />
  if (agreed) return <PayTrade token={token} {...agreed} onClose={onClose} onStale={() => setAgreed(null)} />
  return (
    <Dialog title={`Trade $${symbol}`} onClose={onClose}>
      <TradeForm token={token} first={side} onAgree={setAgreed} />
    </Dialog>
  )
}

/** Tokens live in a wallet, and a wallet belongs to somebody. */
export function LogInFirst({ symbol, onClose }: { symbol: string; onClose: () => void }) {
  const next = useLocation({ select: (location) => location.href })
  return (
    <Dialog
      title={`Buy $${symbol}`}
      onClose={onClose}
      footer={
        <>
          <Link to="/login" search={{ next }} className="btn sec" onClick={onClose}>
            Log in
          </Link>
          <Link to="/signup" search={{ next }} className="btn pri" onClick={onClose}>
            Join free to buy
          </Link>
        </>
      }
    >
      <p>Tokens live in a wallet of your own. Join, and it is made in a second.</p>
    </Dialog>
  )
}
