import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNext } from '../../lib/next.ts'
import { meQuery } from '../../lib/session.ts'
import { Blank } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Loading } from '../../ui/skeletons.tsx'

/** Shows a page to whoever is signed in; anyone else sees why not, and the way in. */
export function NeedsAccount({ why, children }: { why: string; children: ReactNode }) {
  const me = useQuery(meQuery)
  const next = useNext()
  if (me.isPending) return <Loading />
  if (me.data) return children
  return (
    <Blank title={`Log in ${why}`}>
      <Link to="/login" search={{ next }} className="btn pri">
        Log in
      </Link>
      <Link to="/signup" search={{ next }} className="link">
        New here? Join free
      </Link>
    </Blank>
  )
}
