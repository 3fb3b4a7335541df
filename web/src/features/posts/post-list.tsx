import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useHydrated } from '../../lib/hydrated.ts'
import { Failure } from '../../ui/empty-state.tsx'
import { Loading, PostSkeleton } from '../../ui/skeletons.tsx'
import { PostCard } from './post-card.tsx'
import type { feedPages, PostPageOf, profilePages } from './posts.ts'

const NewPosts = lazy(() => import('./new-posts.tsx').then((module) => ({ default: module.NewPosts })))

type Query = ReturnType<typeof feedPages> | ReturnType<typeof profilePages>

/** Posts without end. What is new waits above until the reader asks for it, so that nothing shifts under the eyes. */
export function PostList({ query, empty, eagerFirst = false }: { query: Query; empty: ReactNode; eagerFirst?: boolean }) {
  const list = useInfiniteQuery(query as ReturnType<typeof feedPages>)
  const queries = useQueryClient()
  const hydrated = useHydrated()
  if (list.isPending) return <Loading />
  if (!list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />
  const posts = unique(list.data.pages.flatMap((page) => page.items))
  const prepend = (fresh: PostPageOf['items']) =>
    queries.setQueryData<InfiniteData<PostPageOf, string | null>>(
      query.queryKey,
      (data) => data && { ...data, pages: data.pages.map((page, i) => (i === 0 ? { ...page, items: [...fresh, ...page.items] } : page)) },
    )
  return (
    <>
      {hydrated && (
        <Suspense>
          <NewPosts query={query} known={posts} onShow={prepend} />
        </Suspense>
      )}
      {posts.length === 0 ? empty : posts.map((post, i) => <PostCard key={post.id} post={post} eager={eagerFirst && i === 0} />)}
      {list.hasNextPage && (
        <More onSeen={() => !list.isFetchingNextPage && void list.fetchNextPage()} failed={list.isFetchNextPageError} error={list.error} />
      )}
    </>
  )
}

const unique = (posts: PostPageOf['items']): PostPageOf['items'] => [...new Map(posts.map((post) => [post.id, post])).values()]

/** Asks for the next page two screens before its end is reached. */
function More({ onSeen, failed, error }: { onSeen: () => void; failed: boolean; error: unknown }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!ref.current || failed) return
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen(), { rootMargin: '200% 0px' })
    watcher.observe(ref.current)
    return () => watcher.disconnect()
  }, [onSeen, failed])
  if (failed) return <Failure error={error} onRetry={onSeen} />
  return (
    <div ref={ref}>
      <PostSkeleton />
    </div>
  )
}
