import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { actFor, acting, goOnActing } from '../../lib/acting.ts'
import { useStore } from '../../lib/store.ts'

/** Always in sight while somebody acts for an account that is not theirs alone. */
export function ActingBanner() {
  const account = useStore(acting)
  const queries = useQueryClient()
  useEffect(() => {
    goOnActing()
    // What was read before this loaded was read for oneself.
    if (acting.get()) void queries.invalidateQueries()
  }, [queries])
  if (!account) return null
  const stop = () => {
    actFor(null)
    window.location.reload()
  }
  return (
    <div className="team-acting" role="status">
      <span>
        You act as <b>@{account.handle}</b> ({account.role}). What you post is theirs.
      </span>
      <button type="button" className="btn sec slim" onClick={stop}>
        Stop
      </button>
    </div>
  )
}
