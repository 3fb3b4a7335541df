import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { plural } from '../../lib/format.ts'
import { listen } from '../../lib/realtime.ts'
import { useTopic } from '../../lib/topics.ts'
import { Icon } from '../../ui/icon.tsx'
import type { feedPages, PostPageOf, profilePages } from './posts.ts'

type Props = {
  query: ReturnType<typeof feedPages> | ReturnType<typeof profilePages>
  known: PostPageOf['items']
  onShow: (fresh: PostPageOf['items']) => void
}
const everyMs = 45_000

/** “Show 3 new posts”: a buffer above the list, filled by the socket and, for authors nobody has loaded yet, by a look every 45 s. */
export function NewPosts({ query, known, onShow }: Props) {
  const head = useQuery({
    queryKey: [...query.queryKey, 'head'],
    queryFn: (context) => (query.queryFn as (context: unknown) => Promise<PostPageOf>)({ ...context, pageParam: null }),
    refetchInterval: everyMs,
    enabled: typeof window !== 'undefined',
    initialData: { items: [] as PostPageOf['items'], nextCursor: null },
    staleTime: everyMs,
  })
  const { refetch } = head
  useEffect(() => listen((frame) => frame.type === 'event' && frame.event.type === 'post.published' && void refetch()), [refetch])
  const newest = Date.parse(known[0]?.createdAt ?? '1970-01-01T00:00:00Z')
  const ids = new Set(known.map((post) => post.id))
  const fresh = head.data.items.filter((post) => !ids.has(post.id) && Date.parse(post.createdAt) >= newest)
  const authors = [...new Set(known.map((post) => post.author.id))].slice(0, 30)
  const show = () => {
    onShow(fresh)
    window.scrollTo({ top: 0 })
  }
  return (
    <>
      {authors.map((id) => (
        <AuthorTopic key={id} id={id} />
      ))}
      <div role="status" className="new-items">
        {fresh.length > 0 && (
          <button type="button" className="btn pri" onClick={show}>
            <Icon name="up" size="sm" />
            Show {plural(fresh.length, 'new post')}
          </button>
        )}
      </div>
    </>
  )
}

function AuthorTopic({ id }: { id: string }) {
  useTopic(`profile:${id}`)
  return null
}
