import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { beginPurchase, GetPass, PassCard } from '../passes/index.ts'
import { promotedQuery } from './queries.ts'

/** One promoted pass, named as such. It can be sent away, and it says why it is here. */
export function Promoted() {
  const promoted = useQuery(promotedQuery())
  const [dismissed, setDismissed] = useState(false)
  if (!promoted.data) return <div className="discover-promoted-skel skel" aria-hidden="true" />
  const { tier, why } = promoted.data
  if (!tier || dismissed) return null
  return (
    <div>
      <PassCard tier={tier} onBuy={beginPurchase} label="Promoted pass" />
      <div className="discover-promoted-foot">
        <GetPass handle={tier.creator.handle} tierId={tier.tierId}>
          All passes of {tier.creator.name.split(' ')[0]}
        </GetPass>
        <Menu label="Why this?" className="link" button="Why this?">
          <p className="discover-why-text">{why}</p>
          <button type="button" role="menuitem">
            OK
          </button>
        </Menu>
        <button type="button" className="icb" aria-label="Hide this promotion" onClick={() => setDismissed(true)}>
          <Icon name="close" size="sm" />
        </button>
      </div>
    </div>
  )
}
