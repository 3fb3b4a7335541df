import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { invalidate } from '../../lib/query.ts'
import { useMe } from '../../lib/session.ts'
import { type Follow, follows, setFollows } from './follows.ts'

type Props = { handle: string; name: string; base: Follow; slim?: boolean }

/** Follow or stop following; for a visitor it leads to the way in. Absent for oneself. */
export function FollowButton({ handle, name, base, slim = false }: Props) {
  const now = follows.use(handle, base)
  const me = useMe()
  const navigate = useNavigate()
  const queries = useQueryClient()
  if (me?.handle === handle) return null
  const onClick = async (clicks: number) => {
    if (!me) return navigate({ to: '/login', search: { next: `/@${handle}` } })
    if (clicks > 1 || !(await setFollows(handle, !now.follows))) return
    await invalidate(queries, 'GET /api/feed', 'GET /api/suggestions', 'GET /api/profiles/:handle/posts')
  }
  return (
    <button
      type="button"
      className={`btn ${now.follows ? 'sec' : slim ? 'ghost' : 'pri'}${slim ? ' slim' : ''}`}
      aria-pressed={now.follows}
      aria-label={`${now.follows ? 'Following' : 'Follow'} ${name}`}
      onClick={(event) => void onClick(event.detail)}
    >
      {now.follows ? 'Following' : 'Follow'}
    </button>
  )
}
