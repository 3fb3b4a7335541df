import { useNavigate } from '@tanstack/react-router'
import { count } from '../../lib/format.ts'
import { useMe } from '../../lib/session.ts'
import { Icon } from '../../ui/icon.tsx'
import { type Likes, likes, setLiked } from './likes.ts'

export function LikeButton({ postId, base, disabled }: { postId: string; base: Likes; disabled?: boolean }) {
  const now = likes.use(postId, base)
  const me = useMe()
  const navigate = useNavigate()
  const onClick = (clicks: number) => {
    if (!me) return void navigate({ to: '/login', search: { next: `/post/${postId}` } })
    // The second click of a double click is not a change of mind.
    if (clicks < 2) void setLiked(postId, !now.liked)
  }
  return (
    <button
      type="button"
      className="act reaction-like"
      aria-pressed={now.liked}
      disabled={disabled}
      onClick={(event) => onClick(event.detail)}
    >
      <Icon name="heart" />
      <span className="num">{count(now.likes)}</span>
      <span className="vh">{now.likes === 1 ? ' like' : ' likes'}</span>
    </button>
  )
}
