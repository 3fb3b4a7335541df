import type { Trade } from './types.ts'

const spans = { '1m': 60, '1h': 3_600, '1d': 86_400 } as const
export type Span = keyof typeof spans

/** Prices of one token in one stretch of time. */
export type Candle = {
  token: string
  span: Span
  startsAtS: number
  openWei: bigint
  highWei: bigint
  lowWei: bigint
  closeWei: bigint
  volumeWei: bigint
  trades: number
}

const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b)
const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** The candles of trades in chain order. Two runs of trades give the same as their joining, candle by candle. */
export function candlesOf(trades: readonly Trade[]): Candle[] {
  const candles = new Map<string, Candle>()
  for (const { token, atS, priceWei, valueWei } of trades)
    for (const span of Object.keys(spans) as Span[]) {
      const startsAtS = atS - (atS % spans[span])
      const key = `${token} ${span} ${startsAtS}`
      const known = candles.get(key)
      candles.set(key, {
        ...{ token, span, startsAtS, closeWei: priceWei, openWei: known?.openWei ?? priceWei },
        highWei: greater(known?.highWei ?? priceWei, priceWei),
        lowWei: lesser(known?.lowWei ?? priceWei, priceWei),
        volumeWei: (known?.volumeWei ?? 0n) + valueWei,
        trades: (known?.trades ?? 0) + 1,
      })
    }
  return [...candles.values()]
}
