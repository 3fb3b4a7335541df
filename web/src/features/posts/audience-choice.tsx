import type { Audience } from '@corefans/shared/contracts/posts.ts'
import { useQuery } from '@tanstack/react-query'
import { useMe } from '../../lib/session.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { amountIn, type Price, PriceField } from '../../ui/price-field.tsx'
import { tiersQuery } from '../passes/index.ts'
import { forSale, isForSale } from './price.ts'

type Kind = 'public' | 'followers' | 'passes' | 'paid'
const kinds: { kind: Kind; icon: IconName; label: string }[] = [
  { kind: 'public', icon: 'globe', label: 'Everyone' },
  { kind: 'followers', icon: 'users', label: 'Followers' },
  { kind: 'passes', icon: 'ticket', label: 'Pass holders' },
  { kind: 'paid', icon: 'tip', label: 'For sale' },
]
const anyPass: Audience = { anyOf: [[{ kind: 'pass' }]] }
const startOf: Record<Kind, Audience> = { public: 'public', followers: 'followers', passes: anyPass, paid: forSale }
const kindOf = (audience: Audience): Kind => (typeof audience === 'string' ? audience : isForSale(audience) ? 'paid' : 'passes')
const ruleOf = (audience: Audience) => (typeof audience === 'string' ? undefined : audience.anyOf[0]?.[0])
function tiersOf(audience: Audience): number[] {
  const rule = ruleOf(audience)
  return rule?.kind === 'pass' ? (rule.tierIds ?? []) : []
}

type Choice = { audience: Audience; price: Price }
type Props = Choice & { onChange: (part: Partial<Choice>) => void }

/** Who may open the post: the first thing to decide, and remembered for the next one. */
export function AudienceChoice({ audience, price, onChange }: Props) {
  const kind = kindOf(audience)
  return (
    <fieldset className="post-composer-audience">
      <legend className="vh">Who can see this</legend>
      <div className="chips">
        {kinds.map((one) => (
          <label key={one.kind} className="chip">
            <input type="radio" name="audience" checked={kind === one.kind} onChange={() => onChange({ audience: startOf[one.kind] })} />
            <Icon name={one.icon} size="sm" />
            {one.label}
          </label>
        ))}
      </div>
      {kind === 'paid' && (
        <PriceField
          label="Price"
          price={price}
          error={amountIn(price) === null ? 'A price above nothing' : undefined}
          hint="Paid once. You get 95 % of it at once."
          onChange={(next) => onChange({ price: next })}
        />
      )}
      {kind === 'passes' && <Tiers chosen={tiersOf(audience)} onChange={(next) => onChange({ audience: next })} />}
    </fieldset>
  )
}

function Tiers({ chosen, onChange }: { chosen: number[]; onChange: (audience: Audience) => void }) {
  const me = useMe()
  const tiers = useQuery({ ...tiersQuery(me?.handle ?? ''), enabled: me !== null })
  const toggle = (tierId: number) => {
    const next = chosen.includes(tierId) ? chosen.filter((id) => id !== tierId) : [...chosen, tierId]
    onChange(next.length > 0 ? { anyOf: [[{ kind: 'pass', tierIds: next }]] } : anyPass)
  }
  if (!tiers.data) return null
  if (tiers.data.items.length === 0) return <p className="muted">You sell no pass yet, so only you could open this.</p>
  return (
    <div className="chips">
      {tiers.data.items.map((tier) => (
        <label key={tier.tierId} className="chip">
          <input type="checkbox" checked={chosen.includes(tier.tierId)} onChange={() => toggle(tier.tierId)} />
          {tier.name}
        </label>
      ))}
      <span className="muted">{chosen.length === 0 ? 'Any pass opens it' : 'Any chosen pass opens it'}</span>
    </div>
  )
}
