import { useState } from 'react'
import { exact, nativeCoin, type Round, short, signed } from '../lib/wallet/amount.ts'

type Props = {
  units: bigint
  /** What it is an amount of; the chain's own coin without one. */
  coin?: { symbol: string; decimals: number } | undefined
  round?: Round
  /** With a plus or a minus before it, as a gain or a line of a statement has. */
  isSigned?: boolean
}

/** An amount, short; where that left digits out, a press shows every one of them, and so does pointing at it. */
export function Figure({ units, coin = nativeCoin, round = 'down', isSigned = false }: Props) {
  const [isExact, setExact] = useState(false)
  const { symbol, decimals } = coin
  const whole = `${isSigned && units > 0n ? '+' : ''}${exact(units, decimals)}`
  const brief = isSigned ? signed(units, decimals) : short(units, decimals, round)
  if (whole === brief) return <span className="num">{`${brief} ${symbol}`}</span>
  return (
    <button
      type="button"
      className="figure num"
      title={`${whole} ${symbol}`}
      aria-pressed={isExact}
      aria-label={isExact ? `${whole} ${symbol}, exactly` : `${brief} ${symbol}, about`}
      onClick={() => setExact(!isExact)}
    >
      {`${isExact ? whole : brief} ${symbol}`}
    </button>
  )
}
