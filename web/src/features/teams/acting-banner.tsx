import { actFor, acting } from '../../lib/acting.ts'
import { useHydrated } from '../../lib/hydrated.ts'
import { useStore } from '../../lib/store.ts'

/** Always in sight while somebody acts for an account that is not theirs alone. */
export function ActingBanner() {
  const account = useStore(acting)
  const hydrated = useHydrated()
  if (!account || !hydrated) return null
  const stop = () => {
    actFor(null)
    window.location.reload()
  }
  return (
    <div className="acting" role="status">
      <span>
        You act as <b>@{account.handle}</b> ({account.role}). What you post is theirs.
      </span>
      <button type="button" className="btn sec slim" onClick={stop}>
        Stop
      </button>
    </div>
  )
}
