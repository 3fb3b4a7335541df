import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import { useConfig } from '../../lib/session.ts'
import { core } from '../../lib/wallet/amount.ts'
import type { TradeAsked, TradeQuote } from '../../lib/wallet/token-reads.ts'
import { boundsOf } from './bounds.ts'
import { percent, rise, tokens } from './token-amount.ts'

type Props = { token: TokenView; does: TradeAsked['does']; quote: TradeQuote; slipBps: number }
const devnet = 31337

/** Everything a trade costs before it is signed: fees, the move of the price, and what a change of mind would cost. */
export function TrueCost({ token, does, quote, slipBps }: Props) {
  const chain = useConfig()?.chain ?? { id: devnet }
  const symbol = token.terms?.symbol ?? ''
  const { leastOut, mostWei } = boundsOf(does, quote, { slipBps, isFirst: token.state === 'promised' })
  const isBuy = quote.side === 'buy'
  return (
    <div className="true-cost">
      <dl className="bill num" aria-label="True cost">
        <Line name="You get" value={isBuy ? `${tokens(quote.out)} $${symbol}` : core(quote.outWei)} />
        <Line sub name="At least, or it is not done" value={isBuy ? `${tokens(leastOut)} $${symbol}` : core(leastOut)} />
        <Line
          sub
          name="Price for the next"
          value={`${core(quote.priceWei).replace(' CORE', '')} → ${core(quote.priceAfterWei)} (${rise(quote.priceWei, quote.priceAfterWei)})`}
        />
        <Line sub name={`To ${token.creator.name}, ${percent(token.creatorBps)}`} value={core(quote.creatorWei)} />
        <Line sub name={`CoreFans, ${percent(token.protocolBps)}`} value={core(quote.protocolWei)} />
        {isBuy && quote.lockedForEver > 0n && (
          <Line sub name="Locked for ever: the first minute" value={`${tokens(quote.lockedForEver)} $${symbol}`} />
        )}
        <Line sub name="Network fee" value={chain.id === devnet ? '0 CORE' : 'shown by your wallet'} />
        {isBuy ? (
          <Line sum name="You pay, at most" value={core(mostWei, 'up')} />
        ) : (
          <Line sum name="You give" value={`${tokens(quote.amount)} $${symbol}`} />
        )}
      </dl>
      {isBuy && (
        <p className="back num">
          If you sell right back you get <b>{core(quote.backWei)}</b> (−{percent(quote.lossBps)}).
        </p>
      )}
      <p className="muted small">
        {isBuy
          ? 'A token can lose all of its value. Its reserve always pays those who sell, at the price of that moment.'
          : 'The curve buys it back at once and pays in this very transaction.'}
      </p>
    </div>
  )
}

const Line = ({ name, value, sub, sum }: { name: string; value: string; sub?: boolean; sum?: boolean }) => (
  <div className={sum ? 'sum' : sub ? 'sub' : undefined}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)
