import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { fetchFailed } from '../lib/fetched.ts'
import { ApiProblem } from '../lib/problem.ts'
import { Blank, Failure } from '../ui/empty-state.tsx'
import { useTitle } from '../ui/header.tsx'
import { Link } from '../ui/link.tsx'

/** How the server knows that it has rendered the 404. Text cannot hold it: there its quotes are escaped. */
export const missingMark = 'data-page="missing"'

export function NotFoundPage() {
  useTitle('Not found')
  return (
    <Blank page="missing" level="h1" title="Gone or never was">
      <p className="muted">It may have been deleted, or its name has changed.</p>
      <Link to="/explore" className="btn pri">
        Explore
      </Link>
    </Blank>
  )
}

/** A page that failed: why it is closed to this person (403), or what to do next. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  useTitle('That did not work')
  if (error instanceof ApiProblem && error.status === 403)
    return (
      <Blank level="h1" title="This is not open to you">
        <p className="muted">{error.message}</p>
      </Blank>
    )
  return (
    <Failure
      error={error}
      onRetry={async () => {
        await fetchFailed()
        reset()
        await router.invalidate()
      }}
    />
  )
}
