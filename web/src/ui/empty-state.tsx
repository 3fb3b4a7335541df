import { type ReactNode, useEffect, useRef } from 'react'
import { ApiProblem, sentenceOf } from '../lib/problem.ts'
import { Rings } from './brand.tsx'

/** What stands where there is nothing yet, or nothing any more. */
export const Blank = ({
  title,
  children,
  level: Heading = 'h2',
  page,
}: {
  title: string
  children?: ReactNode
  level?: 'h1' | 'h2'
  page?: string
}) => (
  <div className="blank" data-page={page}>
    <Rings className="blank-rings" />
    <Heading>{title}</Heading>
    {children}
  </div>
)

/** Says what failed, offers to try again, and names the request for whoever helps. What the network kept away comes with it. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => unknown }) {
  const requestId = error instanceof ApiProblem ? error.requestId : null
  useWhenOnline(error instanceof ApiProblem && error.status === 0 ? onRetry : undefined)
  return (
    <div className="blank" role="alert">
      <h2>{sentenceOf(error)}</h2>
      {requestId && (
        <p className="muted num">
          Request <code>{requestId}</code>
        </p>
      )}
      {onRetry && (
        <button type="button" className="btn sec" onClick={() => void onRetry()}>
          Try again
        </button>
      )}
    </div>
  )
}

function useWhenOnline(act: (() => unknown) | undefined): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const onOnline = () => void latest.current?.()
    window.addEventListener('online', onOnline)
    return () => window.removeEventListener('online', onOnline)
  }, [])
}
