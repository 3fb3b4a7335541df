import { Suspense } from 'react'
import { useMe } from '../../lib/session.ts'
import { createStore, useStore } from '../../lib/store.ts'
import { part } from '../../ui/part.tsx'

const OpenToken = part(() => import('./open-token.tsx'), 'OpenToken')
const opening = createStore(false)

/** The way to one's own token. */
export const OpenTokenButton = () => (
  <button type="button" className="btn sec" onClick={() => opening.set(true)}>
    Open my token
  </button>
)

/** Its dialog stands beside the button, which goes away as soon as the token is open. */
export function OpenTokenHost() {
  const me = useMe()
  if (!useStore(opening) || !me) return null
  return (
    <Suspense>
      <OpenToken handle={me.handle} onClose={() => opening.set(false)} />
    </Suspense>
  )
}
