import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { count, money } from '../../lib/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { GetPass } from './get-pass.tsx'

/** The pass in one line, where the column beside the page has no room. */
export const PassLine = ({ tier }: { tier: TierView }) => (
  <aside className="pass-line" aria-label="Pass">
    <Icon name="ticket" />
    <div>
      <b>{tier.name}</b>
      <small className="num">
        {money(tier.price)}
        {tier.maxSupply !== null && ` · ${count(tier.maxSupply - tier.minted)} of ${count(tier.maxSupply)} left`}
      </small>
    </div>
    <GetPass handle={tier.creator.handle} tierId={tier.tierId}>
      See pass
    </GetPass>
  </aside>
)
