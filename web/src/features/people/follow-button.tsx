import { useQueryClient } from '@tanstack/react-query'
import { askToJoin } from '../../lib/joining.ts'
import { invalidate } from '../../lib/query.ts'
import { useMe } from '../../lib/session.ts'
import { type Follow, follows, setFollows } from './follows.ts'

type Props = { handle: string; name: string; base: Follow; slim?: boolean /** Something else stands first. */; isSecond?: boolean }

/** Follow or stop following; a visitor is asked to join. Absent for oneself. */
export function FollowButton({ handle, name, base, slim = false, isSecond = false }: Props) {
  const now = follows.use(handle, base)
  const me = useMe()
  const queries = useQueryClient()
  if (me?.handle === handle) return null
  const onClick = async (clicks: number) => {
    if (!me) return askToJoin(`follow ${name}`, { does: 'follow', handle })
    if (clicks > 1 || !(await setFollows(handle, !now.follows))) return
    await invalidate(queries, 'GET /api/feed', 'GET /api/suggestions', 'GET /api/profiles/:handle/posts')
  }
  return (
    <button
      type="button"
      className={lookOf({ isQuiet: now.follows || isSecond, slim })}
      aria-pressed={now.follows}
      aria-label={`${now.follows ? 'Following' : 'Follow'} ${name}`}
      onClick={(event) => void onClick(event.detail)}
    >
      {now.follows ? 'Following' : 'Follow'}
    </button>
  )
}

function lookOf({ isQuiet, slim }: { isQuiet: boolean; slim: boolean }): string {
  if (slim) return `btn ${isQuiet ? 'sec' : 'ghost'} slim`
  return `btn ${isQuiet ? 'sec' : 'pri'}`
}
