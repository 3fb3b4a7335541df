import type { Candle, Span, Trade } from './store/types.ts'

const spans: readonly [Span, number][] = [
  ['1m', 60],
  ['1h', 3_600],
  ['1d', 86_400],
]
const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b)
const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** The candles of trades in chain order. Two runs of trades give the same as their joining, candle by candle. */
export function candlesOf(trades: readonly Trade[]): Candle[] {
  const candles = new Map<string, Candle>()
  for (const trade of trades)
    for (const [span, seconds] of spans) {
      const startsAtS = trade.atS - (trade.atS % seconds)
      const key = `${trade.token} ${span} ${startsAtS}`
      candles.set(key, withTrade(candles.get(key) ?? opened(trade, span, startsAtS), trade))
    }
  return [...candles.values()]
}

const opened = ({ token, priceWei }: Trade, span: Span, startsAtS: number): Candle => ({
  ...{ token, span, startsAtS, openWei: priceWei, highWei: priceWei, lowWei: priceWei, closeWei: priceWei },
  ...{ volumeWei: 0n, trades: 0 },
})

const withTrade = (candle: Candle, { priceWei, valueWei }: Trade): Candle => ({
  ...candle,
  highWei: greater(candle.highWei, priceWei),
  lowWei: lesser(candle.lowWei, priceWei),
  closeWei: priceWei,
  volumeWei: candle.volumeWei + valueWei,
  trades: candle.trades + 1,
})
