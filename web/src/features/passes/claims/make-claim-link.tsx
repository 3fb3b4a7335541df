import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { limits } from '@corefans/shared/values/limits.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../../lib/api.ts'
import { plural } from '../../../lib/format.ts'
import { ApiProblem, sentenceOf } from '../../../lib/problem.ts'
import { loadEngine } from '../../../lib/wallet/load-engine.ts'
import { AmountField, pieces } from '../../../ui/amount-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { FormError, Notice } from '../../../ui/notice.tsx'
import { toast } from '../../../ui/toast.ts'
import { useWords } from '../../wallet/index.ts'
import { coinOf } from '../coin.ts'
import { refreshClaims } from './claim-queries.ts'
import { blankLink, type LinkDraft, termsOfLink, whyNotLink } from './link-draft.ts'
import { addressOf } from './secret.ts'

type Props = { tier: TierView; wallet: string; onClose: () => void }
type Need = 'no-wallet' | 'password-needed' | 'wrong-network'

const days = [1, 7, 30, 90]
const needs: Record<Need, string> = {
  'no-wallet': 'Link the wallet of these passes first.',
  'password-needed': '',
  'wrong-network': 'Your wallet is on another network. Switch it, then sign.',
}

/** Signs a link's vouchers and shows its address: this once, because nobody keeps the secret in it. */
export function MakeClaimLink({ tier, wallet, onClose }: Props) {
  const queries = useQueryClient()
  const [draft, setDraft] = useState(blankLink)
  const [password, setPassword] = useState('')
  const { words, say, clear } = useWords()
  const make = useMutation({
    mutationFn: async () => {
      const terms = { ...termsOfLink(draft, tier.price.decimals), from: wallet, collection: tier.collection, tierId: tier.tierId }
      const signing = await (await loadEngine()).signVouchers(terms, password || undefined)
      if (signing.is !== 'signed') return { need: signing.is }
      const link = await api('POST /api/me/claim-links', signing.body)
      return { address: addressOf(link.id, signing.secret) }
    },
    onMutate: clear,
    onSuccess: () => refreshClaims(queries),
    onError: (error) => (error instanceof ApiProblem ? undefined : say(error)),
  })
  if (make.data?.address)
    return <Made address={make.data.address} tier={tier} uses={termsOfLink(draft, tier.price.decimals).uses} onClose={onClose} />
  const need = make.data?.need
  const errors = whyNotLink(draft, tier.price.decimals)
  const isGood = Object.keys(errors).length === 0
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isGood && !make.isPending) make.mutate()
  }
  return (
    <Dialog title={`A link for ${tier.name}`} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <LinkFields tier={tier} draft={draft} errors={errors} onChange={(part) => setDraft({ ...draft, ...part })} />
        {need === 'password-needed' && (
          <TextField
            label="Wallet password"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
        <FormError>
          {need && needs[need]}
          {make.error instanceof ApiProblem ? sentenceOf(make.error) : words}
        </FormError>
        <button type="submit" className="btn pri wide" disabled={!isGood || make.isPending}>
          {make.isPending ? 'Check your wallet …' : 'Sign it, for free'}
        </button>
      </form>
    </Dialog>
  )
}

type FieldsProps = {
  tier: TierView
  draft: LinkDraft
  errors: Partial<Record<keyof LinkDraft, string>>
  onChange: (part: Partial<LinkDraft>) => void
}

function LinkFields({ tier, draft, errors, onChange }: FieldsProps) {
  const symbol = coinOf(tier.price)?.symbol ?? 'CORE'
  return (
    <>
      <p>Whoever opens the link gets a pass of this tier, also without an account so far. You sign; nothing is sent or paid now.</p>
      <AmountField
        label="For how many people"
        text={draft.uses}
        unit={pieces}
        error={errors.uses}
        hint={`1 to ${limits.claimUses}; your wallet signs once for each.`}
        onText={(uses) => onChange({ uses })}
      />
      <AmountField
        label={`Price in ${symbol}`}
        text={draft.price}
        unit={{ symbol, decimals: tier.price.decimals }}
        zero="A gift"
        error={errors.price}
        hint="0 is a gift. It may be another price than the tier's."
        onText={(price) => onChange({ price })}
      />
      <SelectField label="Good for" value={String(draft.days)} onChange={(text) => onChange({ days: Number(text) })}>
        {days.map((one) => (
          <option key={one} value={one}>
            {plural(one, 'day')}
          </option>
        ))}
      </SelectField>
      <TextField
        label="A word with it, if you like"
        value={draft.greeting}
        maxLength={limits.note}
        onChange={(event) => onChange({ greeting: event.target.value })}
      />
    </>
  )
}

function Made({ address, tier, uses, onClose }: { address: string; tier: TierView; uses: number; onClose: () => void }) {
  return (
    <Dialog
      title="Your link"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn sec" onClick={onClose}>
            Done
          </button>
          <button type="button" className="btn pri" onClick={() => void copy(address)}>
            Copy the link
          </button>
        </>
      }
    >
      <div className="form">
        <p>
          Good for {plural(uses, 'pass', 'passes')} of “{tier.name}”. Whoever has the address can claim, so give it only to whom you mean.
        </p>
        <TextField label="Address" value={address} readOnly onFocus={(event) => event.target.select()} />
        <Notice>Copy it now: it is shown this once. CoreFans keeps no copy of its secret, and cannot show it again.</Notice>
      </div>
    </Dialog>
  )
}

async function copy(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address)
    toast('Link copied')
  } catch {
    toast('Your browser did not let us copy: select the address and copy it.')
  }
}
