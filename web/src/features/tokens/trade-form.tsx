import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { formatAmount, parseAmount } from '../../lib/wallet/amount.ts'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import type { TradeAsked, TradeQuote } from '../../lib/wallet/token-reads.ts'
import { TextField } from '../../ui/field.tsx'
import { TabBar } from '../../ui/tabs.tsx'
import { percent, tokens } from './token-amount.ts'
import { useQuote } from './trade-token.tsx'
import { TrueCost } from './true-cost.tsx'
import './token.css'

type Does = TradeAsked['does']
type Props = {
  token: TokenView
  first: 'buy' | 'sell'
  onAgree: (agreed: { asked: TradeAsked; quote: TradeQuote; slipBps: number }) => void
}
const slips = [50, 100, 500]

/** How much, and what that truly costs: nothing is signed here. */
export function TradeForm({ token, first, onAgree }: Props) {
  const [does, setDoes] = useState<Does>(first === 'sell' ? 'sell' : 'get')
  const [text, setText] = useState('1')
  const [slipBps, setSlip] = useState(100)
  const symbol = token.terms?.symbol ?? ''
  const amount = parseAmount(text)
  const asked = amount && token.address ? { token: token.address, terms: token.signed?.terms ?? null, does, amount } : null
  const quote = useQuote(asked)
  const held = useHeld(token)
  const short = does === 'sell' && amount !== null && held !== null && amount > held
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (asked && quote.data && !short) onAgree({ asked, quote: quote.data, slipBps })
  }
  return (
    <form className="form trade" onSubmit={onSubmit}>
      <TabBar label="What to do" tabs={waysOf(token, symbol)} now={does} onChoose={setDoes} />
      <TextField
        label={does === 'spend' ? 'CORE to spend' : `$${symbol} to ${does}`}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        error={amount === null ? 'A number such as 2.5' : short ? `Your wallet holds ${tokens(held)}` : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      {does === 'sell' && held !== null && held > 0n && (
        <button type="button" className="link" onClick={() => setText(formatAmount(held))}>
          All {tokens(held)}
        </button>
      )}
      <fieldset className="seg">
        <legend>If the price moves, go on up to</legend>
        {slips.map((bps) => (
          <label key={bps}>
            <input type="radio" name="slip" checked={bps === slipBps} onChange={() => setSlip(bps)} />
            {percent(bps)}
          </label>
        ))}
      </fieldset>
      {quote.data && <TrueCost token={token} does={does} quote={quote.data} slipBps={slipBps} />}
      {asked && quote.data === null && (
        <p className="notice">This cannot be traded: {does === 'sell' ? 'there are not that many' : 'try another amount'}.</p>
      )}
      <button type="submit" className="btn pri wide" disabled={!quote.data || short}>
        Go on
      </button>
    </form>
  )
}

const waysOf = ({ state }: TokenView, symbol: string): { key: Does; label: string }[] => [
  { key: 'get', label: `Buy $${symbol}` },
  { key: 'spend', label: 'Spend CORE' },
  ...(state === 'live' ? [{ key: 'sell' as const, label: 'Sell' }] : []),
]

/** What the paying wallet holds, or null while nobody knows. */
function useHeld({ address, state }: TokenView): bigint | null {
  const held = useQuery({
    queryKey: ['held tokens', address],
    enabled: address !== null && state === 'live',
    queryFn: async () => ((await (await loadEngine()).heldTokens(address ?? '')) ?? 0n).toString(),
  })
  return held.data === undefined ? null : BigInt(held.data)
}
