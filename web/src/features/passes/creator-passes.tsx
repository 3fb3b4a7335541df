import { useQuery } from '@tanstack/react-query'
import { money } from '../../lib/format.ts'
import { Name } from '../../ui/name.tsx'
import { beginPurchase } from './begin-purchase.ts'
import { PassCard } from './pass-card.tsx'
import { tiersQuery } from './tiers-query.ts'

/** The passes of whose page this is, in the column beside it: the first as a ticket, the rest in a line each. */
export function CreatorPasses({ handle }: { handle: string }) {
  const tiers = useQuery(tiersQuery(handle))
  if (tiers.isPending) return <div className="pass-rail-skel skel" aria-hidden="true" />
  const items = tiers.data?.items.filter(({ price }) => price.decimals > 0) ?? []
  // What is held comes first, then what can still be got; the server has them cheapest first.
  const [first, ...rest] = items.toSorted((a, b) => rank(a) - rank(b))
  if (!first) return null
  return (
    <section className="pass-rail" aria-label={`Passes of ${first.creator.name}`}>
      <h2 className="pass-rail-title">
        Passes of <Name>{first.creator.name}</Name>
      </h2>
      <PassCard tier={first} onBuy={beginPurchase} heading="h3" />
      {rest.length > 0 && (
        <ul>
          {rest.map((tier) => (
            <li key={tier.tierId} className="pass-rail-line">
              <span>
                <b>{tier.name}</b>
                <small className="num">{tier.soldOut ? 'Sold out' : money(tier.price)}</small>
              </span>
              {!tier.soldOut && (
                <button type="button" className="btn sec slim" aria-label={`Get ${tier.name}`} onClick={() => beginPurchase(tier)}>
                  Get
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const rank = ({ viewer, soldOut }: { viewer: { holds: boolean }; soldOut: boolean }): number => (viewer.holds ? 0 : soldOut ? 2 : 1)
