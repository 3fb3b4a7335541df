import type { CandleView } from '@corefans/shared/contracts/tokens.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../lib/query.ts'
import { core } from '../../lib/wallet/amount.ts'
import { TabBar } from '../../ui/tabs.tsx'
import { heights } from './sparkline.tsx'

type View = 'trades' | '1m' | '1h' | '1d'
const views: readonly { key: View; label: string }[] = [
  { key: 'trades', label: 'Trades' },
  { key: '1m', label: 'Minutes' },
  { key: '1h', label: 'Hours' },
  { key: '1d', label: 'Days' },
]
const [width, height, edge] = [600, 200, 12]

/** The price over time: trade by trade, or by minute, hour and day. */
export function PriceChart({ handle, pricesWei }: { handle: string; pricesWei: readonly string[] }) {
  const [view, setView] = useState<View>('trades')
  return (
    <figure className="token-chart">
      <TabBar label="Time" tabs={views} now={view} onChoose={setView} />
      {view === 'trades' ? <TradePoints pricesWei={pricesWei} /> : <Candles handle={handle} span={view} />}
    </figure>
  )
}

const across = (index: number, count: number): number => (count === 1 ? width / 2 : edge + (index / (count - 1)) * (width - 2 * edge))
const up = (at: number): number => height - edge - at * (height - 2 * edge)

function TradePoints({ pricesWei }: { pricesWei: readonly string[] }) {
  if (pricesWei.length === 0) return <p className="muted pad">No trades yet.</p>
  const points = heights(pricesWei).map((at, index) => [across(index, pricesWei.length), up(at)] as const)
  return (
    <Frame label={`Price after the last ${pricesWei.length} trades`} pricesWei={pricesWei}>
      <polyline points={points.map(([x, y]) => `${x},${y}`).join(' ')} />
      {points.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r={3.5} />
      ))}
    </Frame>
  )
}

function Candles({ handle, span }: { handle: string; span: '1m' | '1h' | '1d' }) {
  const candles = useQuery(read('GET /api/tokens/:handle/candles', { handle, span, limit: 60 }))
  const items = candles.data?.items ?? []
  if (items.length === 0) return <p className="muted pad">{candles.data ? 'No trades yet.' : 'One moment …'}</p>
  const all = items.flatMap(({ open, high, low, close }) => [open, high, low, close])
  const places = heights(all)
  return (
    <Frame label={`Prices of the last ${items.length} spans with trades`} pricesWei={all}>
      {items.map((candle, index) => (
        <Candle key={candle.at} candle={candle} x={across(index, items.length)} at={places.slice(index * 4, index * 4 + 4)} />
      ))}
    </Frame>
  )
}

function Candle({ candle, x, at: [open = 0, high = 0, low = 0, close = 0] }: { candle: CandleView; x: number; at: number[] }) {
  return (
    <g data-rose={BigInt(candle.close) >= BigInt(candle.open)}>
      <line x1={x} x2={x} y1={up(high)} y2={up(low)} />
      <rect x={x - 3} width={6} y={up(Math.max(open, close))} height={Math.max(2, Math.abs(up(open) - up(close)))} />
    </g>
  )
}

function Frame({ label, pricesWei, children }: { label: string; pricesWei: readonly string[]; children: React.ReactNode }) {
  const prices = pricesWei.map(BigInt)
  const low = prices.reduce((least, price) => (price < least ? price : least))
  const high = prices.reduce((most, price) => (price > most ? price : most))
  return (
    <>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${label}: ${core(low)} to ${core(high)}`}>
        {children}
      </svg>
      <figcaption className="num muted small">
        <span>low {core(low)}</span>
        <span>high {core(high)}</span>
      </figcaption>
    </>
  )
}
