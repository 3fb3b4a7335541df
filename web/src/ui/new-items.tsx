import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { plural } from '../lib/format.ts'
import { listen } from '../lib/realtime.ts'
import { useTopic } from '../lib/topics.ts'
import type { NewItemsProps, Page } from './growth.ts'
import { Icon } from './icon.tsx'

/** What stands before everything that is shown: new to the reader, in the list's own order. */
export function newOf<T>(head: T[], shown: T[], keyOf: (item: T) => string): T[] {
  const known = new Set(shown.map(keyOf))
  const first = head.findIndex((item) => known.has(keyOf(item)))
  return first < 0 ? head : head.slice(0, first)
}

/** The pages with what is new before them. More came than one page holds: the list begins anew, since what lies between is not known. */
export function withNew<T>(data: InfiniteData<Page<T>>, head: Page<T>, fresh: T[]): InfiniteData<Page<T>> {
  const [first, ...rest] = data.pages
  const hasGap = fresh.length === head.items.length && head.nextCursor !== null && (first?.items.length ?? 0) > 0
  if (hasGap || !first) return { pages: [head], pageParams: data.pageParams.slice(0, 1) }
  return { ...data, pages: [{ ...first, items: [...fresh, ...first.items] }, ...rest] }
}

/** “Show 3 new posts”: looks at the list's head when an event or the clock says so, and holds what it finds until it is asked for. */
export function NewItems<T>({ growth: { query, noun, isNews, topics, everyMs, toTop }, keyOf, shown }: NewItemsProps<T>) {
  const queries = useQueryClient()
  const nothing: Page<T> = { items: [], nextCursor: null }
  const head = useQuery({
    queryKey: [...query.queryKey, 'head'],
    queryFn: (context) => (query.queryFn as (context: unknown) => Promise<Page<T>>)({ ...context, pageParam: null }),
    initialData: nothing,
    staleTime: everyMs ?? Number.POSITIVE_INFINITY,
    refetchInterval: everyMs ?? false,
  })
  const { refetch } = head
  useEffect(() => listen((frame) => frame.type === 'event' && isNews(frame.event) && void refetch()), [refetch, isNews])
  const fresh = newOf(head.data.items, shown, keyOf)
  const show = () => {
    queries.setQueryData<InfiniteData<Page<T>>>(query.queryKey, (data) => data && withNew(data, head.data, fresh))
    if (toTop) toTop()
    else window.scrollTo({ top: 0 })
  }
  return (
    <>
      {topics?.(shown).map((topic) => (
        <Topic key={topic} name={topic} />
      ))}
      <div role="status" className="new-items">
        {fresh.length > 0 && (
          <button type="button" className="btn pri" onClick={show}>
            <Icon name="up" size="sm" />
            Show {plural(fresh.length, `new ${noun}`)}
          </button>
        )}
      </div>
    </>
  )
}

function Topic({ name }: { name: string }) {
  useTopic(name)
  return null
}
