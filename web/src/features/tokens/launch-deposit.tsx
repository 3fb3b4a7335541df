import type { DepositQuote } from '@corefans/chain/launch.ts'
import type { LaunchView } from '@corefans/shared/contracts/tokens.ts'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useMe } from '../../lib/session.ts'
import { core, nativeCoin } from '../../lib/wallet/amount.ts'
import { asTyped, unitsIn } from '../../lib/wallet/read-amount.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { Bill, BillLine } from '../../ui/bill.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TransactionDialog } from '../wallet/index.ts'
import { tokenCoin } from './token-amount.ts'
import { refreshTokens } from './token-queries.ts'
import { TokenLogIn } from './trade-token.tsx'
import { NetworkFee } from './true-cost.tsx'
import { useDepositQuote } from './use-quote.ts'

type Props = { launch: LaunchView; onClose: () => void }
type Agreed = { valueWei: bigint; quote: DepositQuote }

/** Putting money into a fair launch: how much, what that gets by now, then the wallet. */
export function LaunchDeposit({ launch, onClose }: Props) {
  const me = useMe()
  const [agreed, setAgreed] = useState<Agreed | null>(null)
  if (!me) return <TokenLogIn symbol={launch.terms.symbol} onClose={onClose} />
  if (agreed) return <Pay launch={launch} agreed={agreed} onClose={onClose} />
  return (
    <Dialog title={`Fair launch of $${launch.terms.symbol}`} onClose={onClose}>
      <Form launch={launch} onAgree={setAgreed} />
    </Dialog>
  )
}

function Form({ launch, onAgree }: { launch: LaunchView; onAgree: (agreed: Agreed) => void }) {
  const room = roomOf(launch)
  const [text, setText] = useState(() => asTyped(room > 0n ? room : BigInt(launch.capWei), nativeCoin.decimals))
  const valueWei = unitsIn(text, nativeCoin.decimals)
  const { data: quote } = useDepositQuote(launch, valueWei)
  const error = valueWei ? undefined : 'A number such as 2.5'
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (valueWei && quote) onAgree({ valueWei, quote })
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      <AmountField
        label="CORE to put in"
        text={text}
        unit={nativeCoin}
        error={error}
        hint={room > 0n ? `Up to ${core(room)} more of yours count.` : 'All that counts of yours is in: more only comes back.'}
        onText={setText}
      />
      <div className="token-quote">
        {quote && <DepositBill launch={launch} quote={quote} valueWei={valueWei ?? 0n} />}
        {quote === null && valueWei !== null && <Notice>This would buy nothing. Try more.</Notice>}
      </div>
      <button type="submit" className="btn pri wide" disabled={!quote || !valueWei}>
        Go on
      </button>
    </form>
  )
}

/** What may still be added before it only comes back; a wallet is the measure, and most people have one. */
function roomOf({ capWei, mine }: LaunchView): bigint {
  const [first] = mine
  const room = BigInt(capWei) - BigInt(first?.depositWei ?? 0)
  return room > 0n ? room : 0n
}

function DepositBill({ launch, quote, valueWei }: { launch: LaunchView; quote: DepositQuote; valueWei: bigint }) {
  const { depositWei, paidWei, refundWei, priceWei, worstPriceWei } = quote
  return (
    <div className="token-cost">
      <Bill label="What you get">
        <BillLine name="You get, if nobody else comes" value={<Figure units={quote.tokens} coin={tokenCoin(launch.terms.symbol)} />} />
        <BillLine kind="sub" name="For" value={<Figure units={paidWei} round="up" />} />
        <BillLine kind="sub" name="Goes back to you at the end" value={<Figure units={refundWei} />} />
        <BillLine kind="sub" name="Price for all by now" value={<Figure units={priceWei} round="up" />} />
        <BillLine kind="sub" name="Price for all at most" value={<Figure units={worstPriceWei} round="up" />} />
        {depositWei > valueWei && <BillLine kind="sub" name="In already" value={<Figure units={depositWei - valueWei} />} />}
        <NetworkFee />
        <BillLine kind="sum" name="You put in" value={<Figure units={valueWei} round="up" />} />
      </Bill>
      <p className="muted small">
        If more people come than the target holds, everybody gets less for less, at one price; the rest comes back. A deposit stays until
        the end. A token can lose all of its value.
      </p>
    </div>
  )
}

function Pay({ launch, agreed, onClose }: Props & { agreed: Agreed }) {
  const queries = useQueryClient()
  const amount = core(agreed.valueWei, 'up')
  const at = { batchLaunch: launch.contract as `0x${string}`, id: BigInt(launch.id) }
  return (
    <TransactionDialog
      title={`Fair launch of $${launch.terms.symbol}`}
      request={{
        action: { does: 'depositInLaunch', with: { ...at, valueWei: agreed.valueWei } },
        costWei: agreed.valueWei,
        done: `${amount} are in`,
        onConfirmed: () => refreshTokens(queries),
      }}
      confirm={`Put in ${amount}`}
      success={{
        title: 'You are in.',
        text: 'When the clock ends, come back and collect your tokens and what was not spent.',
        action: (
          <button type="button" className="btn pri" onClick={onClose}>
            See the launch
          </button>
        ),
      }}
      onClose={onClose}
    >
      <DepositBill launch={launch} quote={agreed.quote} valueWei={agreed.valueWei} />
    </TransactionDialog>
  )
}
