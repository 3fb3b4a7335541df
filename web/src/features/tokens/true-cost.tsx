import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import { useConfig } from '../../lib/session.ts'
import { core } from '../../lib/wallet/amount.ts'
import type { TradeAsked, TradeQuote } from '../../lib/wallet/token-reads.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import { percent, rise, tokens } from './token-amount.ts'

type Props = { token: TokenView; does: TradeAsked['does']; quote: TradeQuote; slipBps: number }
const devnet = 31337

/** Everything a trade costs before it is signed: fees, the move of the price, and what a change of mind would cost. */
export function TrueCost({ token, does, quote, slipBps }: Props) {
  const symbol = token.terms?.symbol ?? ''
  const bounds = boundsOf(does, quote, { slipBps, isFirst: token.state === 'promised' })
  return (
    <div className="token-cost">
      <dl className="bill num" aria-label="True cost">
        {quote.side === 'buy' ? <Gains quote={quote} bounds={bounds} symbol={symbol} /> : <Proceeds quote={quote} bounds={bounds} />}
        <Line sub name="Price for the next" value={courseOf(quote)} />
        <Line sub name={`To ${token.creator.name}, ${percent(token.creatorBps)}`} value={core(quote.creatorWei)} />
        <Line sub name={`CoreFans, ${percent(token.protocolBps)}`} value={core(quote.protocolWei)} />
        <NetworkFee />
        {quote.side === 'buy' ? (
          <Line sum name="You pay, at most" value={core(bounds.mostWei, 'up')} />
        ) : (
          <Line sum name="You give" value={`${tokens(quote.amount)} $${symbol}`} />
        )}
      </dl>
      {quote.side === 'buy' ? (
        <ChangeOfMind quote={quote} />
      ) : (
        <p className="muted small">The curve buys it back at once and pays in this very transaction.</p>
      )}
    </div>
  )
}

type Buy = Extract<TradeQuote, { side: 'buy' }>
type Sale = Extract<TradeQuote, { side: 'sell' }>

const Gains = ({ quote, bounds, symbol }: { quote: Buy; bounds: Bounds; symbol: string }) => (
  <>
    <Line name="You get" value={`${tokens(quote.out)} $${symbol}`} />
    <Line sub name="At least, or it is not done" value={`${tokens(bounds.leastOut)} $${symbol}`} />
    {quote.lockedForEver > 0n && <Line sub name="Locked for ever: the first minute" value={`${tokens(quote.lockedForEver)} $${symbol}`} />}
  </>
)

const Proceeds = ({ quote, bounds }: { quote: Sale; bounds: Bounds }) => (
  <>
    <Line name="You get" value={core(quote.outWei)} />
    <Line sub name="At least, or it is not done" value={core(bounds.leastOut)} />
  </>
)

const ChangeOfMind = ({ quote }: { quote: Buy }) => (
  <>
    <p className="token-back num">
      If you sell right back you get <b>{core(quote.backWei)}</b> (−{percent(quote.lossBps)}).
    </p>
    <p className="muted small">A token can lose all of its value. Its reserve always pays those who sell, at the price of that moment.</p>
  </>
)

const courseOf = ({ priceWei, priceAfterWei }: TradeQuote): string =>
  `${core(priceWei).replace(' CORE', '')} → ${core(priceAfterWei)} (${rise(priceWei, priceAfterWei)})`

export function NetworkFee() {
  const chain = useConfig()?.chain ?? { id: devnet }
  return <Line sub name="Network fee" value={chain.id === devnet ? '0 CORE' : 'shown by your wallet'} />
}

/** One line of a bill. */
export const Line = ({ name, value, sub, sum }: { name: string; value: string; sub?: boolean; sum?: boolean }) => (
  <div className={sum ? 'bill-sum' : sub ? 'bill-sub' : undefined}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)
