import { count } from '../../lib/format.ts'
import { askToJoin } from '../../lib/joining.ts'
import { useMe } from '../../lib/session.ts'
import { Icon } from '../../ui/icon.tsx'
import { type Likes, type Liking, likes, setLiked } from './likes.ts'

type Props = Liking & { base: Likes; disabled?: boolean }

/** Likes a post, or with `commentId` a comment on it. */
export function LikeButton({ postId, commentId, base, disabled }: Props) {
  const now = likes.use(commentId ?? postId, base)
  const me = useMe()
  const onClick = (clicks: number) => {
    if (!me) return askToJoin('like', { does: 'like', postId, commentId })
    // The second click of a double click is not a change of mind.
    if (clicks < 2) void setLiked({ postId, commentId }, !now.liked)
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
