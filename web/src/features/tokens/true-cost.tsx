import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import { useConfig } from '../../lib/session.ts'
import { core } from '../../lib/wallet/amount.ts'
import type { TradeAsked, TradeQuote } from '../../lib/wallet/token-reads.ts'
import { Bill, BillLine } from '../../ui/bill.tsx'
import { Figure } from '../../ui/figure.tsx'
import { type Bounds, boundsOf } from './bounds.ts'
import { percent, rise, tokenCoin } from './token-amount.ts'

type Props = { token: TokenView; does: TradeAsked['does']; quote: TradeQuote; slipBps: number }
const devnet = 31337

/** Everything a trade costs before it is signed: fees, the move of the price, and what a change of mind would cost. */
export function TrueCost({ token, does, quote, slipBps }: Props) {
  const symbol = token.terms?.symbol ?? ''
  const bounds = boundsOf(does, quote, { slipBps, isFirst: token.state === 'promised' })
  return (
    <div className="token-cost">
      <Bill label="True cost">
        {quote.side === 'buy' ? <Gains quote={quote} bounds={bounds} symbol={symbol} /> : <Proceeds quote={quote} bounds={bounds} />}
        <BillLine kind="sub" name="Price for the next" value={courseOf(quote)} />
        <BillLine kind="sub" name={`To ${token.creator.name}, ${percent(token.creatorBps)}`} value={<Figure units={quote.creatorWei} />} />
        <BillLine kind="sub" name={`CoreFans, ${percent(token.protocolBps)}`} value={<Figure units={quote.protocolWei} />} />
        <NetworkFee />
        {quote.side === 'buy' ? (
          <BillLine kind="sum" name="You pay, at most" value={<Figure units={bounds.mostWei} round="up" />} />
        ) : (
          <BillLine kind="sum" name="You give" value={<Figure units={quote.amount} coin={tokenCoin(symbol)} />} />
        )}
      </Bill>
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
    <BillLine name="You get" value={<Figure units={quote.out} coin={tokenCoin(symbol)} />} />
    <BillLine kind="sub" name="At least, or it is not done" value={<Figure units={bounds.leastOut} coin={tokenCoin(symbol)} />} />
    {quote.lockedForEver > 0n && (
      <BillLine
        kind="sub"
        name="Locked for ever: the first minute"
        value={<Figure units={quote.lockedForEver} coin={tokenCoin(symbol)} />}
      />
    )}
  </>
)

const Proceeds = ({ quote, bounds }: { quote: Sale; bounds: Bounds }) => (
  <>
    <BillLine name="You get" value={<Figure units={quote.outWei} />} />
    <BillLine kind="sub" name="At least, or it is not done" value={<Figure units={bounds.leastOut} />} />
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
  return <BillLine kind="sub" name="Network fee" value={chain.id === devnet ? '0 CORE' : 'shown by your wallet'} />
}
