import type { TokenView } from '@corefans/shared/contracts/tokens.ts'
import { type FormEvent, useState } from 'react'
import { nativeCoin } from '../../lib/wallet/amount.ts'
import { asTyped, unitsIn } from '../../lib/wallet/read-amount.ts'
import type { TradeAsked, TradeQuote } from '../../lib/wallet/token-reads.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TabBar } from '../../ui/tabs.tsx'
import { percent, tokens } from './token-amount.ts'
import { TrueCost } from './true-cost.tsx'
import { useHeld, useQuote } from './use-quote.ts'

type Does = TradeAsked['does']
type Agreed = { asked: TradeAsked; quote: TradeQuote; slipBps: number }
type Props = { token: TokenView; first: 'buy' | 'sell'; onAgree: (agreed: Agreed) => void }
const slips = [50, 100, 500]

/** How much, and what that truly costs: nothing is signed here. */
export function TradeForm({ token, first, onAgree }: Props) {
  const [does, setDoes] = useState<Does>(first === 'sell' ? 'sell' : 'get')
  const [text, setText] = useState('1')
  const [slipBps, setSlip] = useState(100)
  const held = useHeld(token.state === 'live' ? token.address : null)
  const asked = askedOf(token, does, text)
  const { data: quote } = useQuote(asked)
  const error = whyNot(does, text, held)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (asked && quote && !error) onAgree({ asked, quote, slipBps })
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      <TabBar label="What to do" tabs={waysOf(token)} now={does} onChoose={setDoes} />
      <AmountField
        label={labelOf(token, does)}
        text={text}
        unit={{ ...nativeCoin, symbol: does === 'spend' ? nativeCoin.symbol : symbolOf(token) }}
        error={error}
        onText={setText}
      />
      {does === 'sell' && <All held={held} onChoose={setText} />}
      <Slip bps={slipBps} onChoose={setSlip} />
      <div className="token-quote">
        {quote && <TrueCost token={token} does={does} quote={quote} slipBps={slipBps} />}
        {quote === null && <Notice>This cannot be traded. Try another amount.</Notice>}
      </div>
      <button type="submit" className="btn pri wide" disabled={!quote || error !== undefined}>
        Go on
      </button>
    </form>
  )
}

const All = ({ held, onChoose }: { held: bigint | null; onChoose: (text: string) => void }) =>
  held ? (
    <button type="button" className="link" onClick={() => onChoose(asTyped(held, nativeCoin.decimals))}>
      All {tokens(held)}
    </button>
  ) : null

const Slip = ({ bps: now, onChoose }: { bps: number; onChoose: (bps: number) => void }) => (
  <fieldset className="token-segments">
    <legend>If the price moves, go on up to</legend>
    {slips.map((bps) => (
      <label key={bps}>
        <input type="radio" name="slip" checked={bps === now} onChange={() => onChoose(bps)} />
        {percent(bps)}
      </label>
    ))}
  </fieldset>
)

const symbolOf = ({ terms }: TokenView): string => `$${terms?.symbol ?? ''}`
const labelOf = (token: TokenView, does: Does): string => (does === 'spend' ? 'CORE to spend' : `${symbolOf(token)} to ${does}`)

function waysOf(token: TokenView): { key: Does; label: string }[] {
  const ways: { key: Does; label: string }[] = [
    { key: 'get', label: `Buy ${symbolOf(token)}` },
    { key: 'spend', label: 'Spend CORE' },
  ]
  return token.state === 'live' ? [...ways, { key: 'sell', label: 'Sell' }] : ways
}

function askedOf({ address, signed }: TokenView, does: Does, text: string): TradeAsked | null {
  const amount = unitsIn(text, nativeCoin.decimals)
  return amount && address ? { token: address, terms: signed?.terms ?? null, does, amount } : null
}

function whyNot(does: Does, text: string, held: bigint | null): string | undefined {
  const amount = unitsIn(text, nativeCoin.decimals)
  if (amount === null) return 'A number such as 2.5'
  return does === 'sell' && held !== null && amount > held ? `Your wallet holds ${tokens(held)}` : undefined
}
