import type { LaunchView, TokenView } from '@corefans/shared/contracts/tokens.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMe } from '../../lib/session.ts'
import { Failure } from '../../ui/empty-state.tsx'
import { LaunchPanel } from './launch-panel.tsx'
import { launchPages } from './token-queries.ts'

type Props = { token: TokenView; cameAt: number }

/** The fair launch that matters, and older ones that still owe the viewer something. */
export function Launches({ token, cameAt }: Props) {
  const me = useMe()
  if (!token.launch) return null
  return (
    <>
      {isShown(token, token.launch) && <LaunchPanel token={token} launch={token.launch} cameAt={cameAt} />}
      {me && <Older token={token} shown={token.launch.id} />}
    </>
  )
}

/** One that failed concerns only those who were in it, and whoever opened it. */
const isShown = ({ viewer }: TokenView, { state, mine }: LaunchView): boolean => state !== 'failed' || viewer.isOwner || mine.length > 0

function Older({ token, shown }: { token: TokenView; shown: string }) {
  const pages = useInfiniteQuery(launchPages(token.creator.handle))
  if (pages.error && !pages.data) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />
  const launches = pages.data?.pages.flatMap(({ items }) => items) ?? []
  const owing = launches.filter(({ id, mine }) => id !== shown && mine.some(({ isClaimed }) => !isClaimed))
  return (
    <>
      {owing.map((launch) => (
        <LaunchPanel key={launch.id} token={token} launch={launch} cameAt={pages.dataUpdatedAt} />
      ))}
      {pages.hasNextPage && (
        <button type="button" className="btn sec wide" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          Look for older launches
        </button>
      )}
    </>
  )
}
