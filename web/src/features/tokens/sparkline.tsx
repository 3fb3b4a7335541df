/** Prices as one stroke, lowest at the bottom. Decoration: the price stands beside it. */
export function Sparkline({ pricesWei }: { pricesWei: readonly string[] }) {
  if (pricesWei.length < 2) return null
  const points = heights(pricesWei).map((height, index) => `${(index / (pricesWei.length - 1)) * 96 + 2},${30 - height * 26}`)
  return (
    <svg className="token-spark" viewBox="0 0 100 32" preserveAspectRatio="none" aria-hidden="true">
      <polyline points={points.join(' ')} />
    </svg>
  )
}

/** Each price between 0 (lowest) and 1 (highest); wei are brought to thousandths before they become floats. */
export function heights(pricesWei: readonly string[]): number[] {
  const prices = pricesWei.map(BigInt)
  const low = prices.reduce((least, price) => (price < least ? price : least))
  const high = prices.reduce((most, price) => (price > most ? price : most))
  if (high === low) return prices.map(() => 0.5)
  return prices.map((price) => Number(((price - low) * 1_000n) / (high - low)) / 1_000)
}
