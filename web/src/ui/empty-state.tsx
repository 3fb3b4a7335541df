import type { ReactNode } from 'react'
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

/** Says what failed, offers to try again, and names the request for whoever helps. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const requestId = error instanceof ApiProblem ? error.requestId : null
  return (
    <div className="blank" role="alert">
      <h2>{sentenceOf(error)}</h2>
      {requestId && (
        <p className="muted num">
          Request <code>{requestId}</code>
        </p>
      )}
      {onRetry && (
        <button type="button" className="btn sec" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  )
}
