import { useLocation, useNavigate } from '@tanstack/react-router'
import { count } from '../../lib/format.ts'
import { useMe } from '../../lib/session.ts'
import { Icon } from '../../ui/icon.tsx'
import { tipCounts } from './tip-counts.ts'
import { type Tipping, tipping } from './tipping.ts'

/** Opens the tip, or the way in for a visitor. */
function useTip(whom: Tipping): () => void {
  const me = useMe()
  const navigate = useNavigate()
  const next = useLocation({ select: (location) => location.href })
  return () => (me ? tipping.set(whom) : void navigate({ to: '/login', search: { next } }))
}

/** Tips the author of a post; the number is how many have. Nobody tips themselves. */
export function TipPostButton({ post, tips }: { post: Tipping & { postId: string; isMine: boolean }; tips: number }) {
  const now = tipCounts.use(post.postId, tips)
  const { isMine, ...whom } = post
  const open = useTip(whom)
  return (
    <button
      type="button"
      className="act"
      disabled={isMine}
      aria-label={`Tip ${post.name}: ${now} ${now === 1 ? 'tip' : 'tips'}`}
      onClick={open}
    >
      <Icon name="tip" />
      <span className="num">{count(now)}</span>
    </button>
  )
}

/** Tips a person from their profile. */
export const TipButton = ({ handle, name }: Tipping) => (
  <button type="button" className="btn sec" onClick={useTip({ handle, name })}>
    <Icon name="tip" />
    Tip
  </button>
)
