import type { Sums } from '@corefans/shared/contracts/portfolio.ts'
import type { Value } from './appraise.ts'
import type { Position } from './rules.ts'

/** The coins of a chain by currency, in the order in which they are shown. */
export type Coins = readonly (readonly [Sums['currency'], coin: string])[]
type Line = { cost: bigint; realised: bigint; value: bigint | null }

/** Money of a position by currency: those in which it cost, brought or is worth something; the native one where there is none. */
export function sumsOf({ money, amount }: Position, value: Value | undefined, coins: Coins): Sums[] {
  const costs = [...money].filter(([, { cost }]) => cost > 0n).map(([coin]) => coin)
  const lines = coins.map(([currency, coin]) => {
    const { cost, realised } = money.get(coin) ?? { cost: 0n, realised: 0n }
    const worth = amount === 0n ? null : valueIn(value, coin, { cost, isOnly: costs.length === 0 && coin === 'native' })
    const isWhole = costs.every((one) => one === coin)
    return { ...present(currency, { cost, realised, value: worth }), ...(isWhole ? {} : { unrealised: null }) }
  })
  const told = lines.filter(({ cost, realised, value: worth }) => cost !== '0' || realised !== '0' || worth !== null)
  return told.length > 0 ? told : lines.slice(0, 1)
}

function valueIn(value: Value | undefined, coin: string, { cost, isOnly }: { cost: bigint; isOnly: boolean }): bigint | null {
  if (!value) return null
  if (value.by === 'cost') return cost > 0n || isOnly ? cost : null
  return value.coin === coin ? value.amount : null
}

const present = (currency: Sums['currency'], { cost, realised, value }: Line): Sums => ({
  currency,
  cost: cost.toString(),
  realised: realised.toString(),
  value: value?.toString() ?? null,
  unrealised: value === null ? null : (value - cost).toString(),
})

/** The sums of positions, one a currency. */
export function totalsOf(positions: readonly Sums[][]): Sums[] {
  const totals = new Map<Sums['currency'], Line & { gains: bigint }>()
  for (const { currency, cost, realised, value, unrealised } of positions.flat()) {
    const sum = totals.get(currency) ?? { cost: 0n, realised: 0n, value: null, gains: 0n }
    totals.set(currency, {
      cost: sum.cost + BigInt(cost),
      realised: sum.realised + BigInt(realised),
      value: value === null ? sum.value : (sum.value ?? 0n) + BigInt(value),
      gains: sum.gains + BigInt(unrealised ?? 0),
    })
  }
  return [...totals].map(([currency, { gains, ...sum }]) => ({
    ...present(currency, sum),
    unrealised: sum.value === null ? null : gains.toString(),
  }))
}
