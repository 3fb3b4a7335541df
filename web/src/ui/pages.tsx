import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useHydrated } from '../lib/hydrated.ts'
import { Failure } from './empty-state.tsx'
import type { Growth, NewItemsProps, Page } from './growth.ts'
import { part } from './part.tsx'
import { Loading, PostSkeleton } from './skeletons.tsx'

// `part` forgets that it is generic; it is what it was.
const NewItems = part(() => import('./new-items.tsx'), 'NewItems') as unknown as <T>(props: NewItemsProps<T>) => ReactNode

type Turning = Pick<UseInfiniteQueryResult, 'error' | 'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError'> & {
  fetchNextPage: () => unknown
}
type Props<T> = {
  list: Turning & Pick<UseInfiniteQueryResult<InfiniteData<Page<T>>>, 'data' | 'refetch'>
  keyOf: (item: T) => string
  empty: ReactNode
  /** How many skeletons stand here until the first page comes. */
  rows?: number
  /** `scroll` asks for the next page two screens ahead; other words are a button. */
  more?: 'scroll' | (string & {})
  growth?: Growth<T>
  children: (items: T[]) => ReactNode
}

/**
 * A list without end that keeps its place: pages join below when they are wanted, what is new waits above until the reader asks,
 * and nothing shifts under the eyes. An item that stands on two pages, because the list moved meanwhile, is shown once.
 */
export function Pages<T>({ list, keyOf, empty, rows = 3, more = 'Show more', growth, children }: Props<T>) {
  const hydrated = useHydrated()
  if (!list.data) return list.error ? <Failure error={list.error} onRetry={() => void list.refetch()} /> : <Loading rows={rows} />
  const items = [...new Map(list.data.pages.flatMap((page) => page.items).map((item) => [keyOf(item), item])).values()]
  return (
    <>
      {growth && hydrated && (
        <Suspense>
          <NewItems growth={growth} keyOf={keyOf} shown={items} />
        </Suspense>
      )}
      {items.length === 0 ? empty : children(items)}
      {list.hasNextPage && <More list={list} words={more} />}
    </>
  )
}

function More({ list, words }: { list: Turning; words: string }) {
  const next = () => {
    if (!list.isFetchingNextPage) void list.fetchNextPage()
  }
  if (list.isFetchNextPageError) return <Failure error={list.error} onRetry={next} />
  if (words === 'scroll') return <Ahead onSeen={next} />
  return (
    <div className="more">
      <button type="button" className="btn sec wide" disabled={list.isFetchingNextPage} onClick={next}>
        {words}
      </button>
    </div>
  )
}

/** Asks two screens before the end is reached. */
function Ahead({ onSeen }: { onSeen: () => void }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!ref.current) return
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen(), { rootMargin: '200% 0px' })
    watcher.observe(ref.current)
    return () => watcher.disconnect()
  }, [onSeen])
  return (
    <div ref={ref}>
      <PostSkeleton />
    </div>
  )
}
