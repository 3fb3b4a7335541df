import { count } from '../../lib/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { tipCounts } from './tip-counts.ts'
import { type Tipping, tipping } from './tipping.ts'

/** Tips the author of a post; the number is how many have. Nobody tips themselves. */
export function TipPostButton({ isMine, tips, ...whom }: Tipping & { postId: string; isMine: boolean; tips: number }) {
  const now = tipCounts.use(whom.postId, tips)
  return (
    <button
      type="button"
      className="act"
      disabled={isMine}
      aria-label={`Tip ${whom.name}: ${now} so far`}
      onClick={() => tipping.set(whom)}
    >
      <Icon name="tip" />
      <span className="num">{count(now)}</span>
    </button>
  )
}

/** Tips a person from their profile. */
export const TipButton = (whom: Tipping) => (
  <button type="button" className="btn sec" onClick={() => tipping.set(whom)}>
    <Icon name="tip" />
    <span className="tip-word">Tip</span>
  </button>
)
