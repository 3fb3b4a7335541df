import type { WireEvent } from '@corefans/shared/events/wire.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Growth } from '../../ui/growth.ts'
import { Pages } from '../../ui/pages.tsx'
import { PostCard } from './post-card.tsx'
import type { feedPages, PostPageOf, profilePages } from './posts.ts'

type Query = ReturnType<typeof feedPages> | ReturnType<typeof profilePages>
type Post = PostPageOf['items'][number]

const isPublished = (event: WireEvent): boolean => event.type === 'post.published'
/** The socket tells of authors that are on the screen; a look every 45 s finds those whom nobody has loaded yet. */
const growthOf = (query: Query): Growth<Post> => ({
  query,
  noun: 'post',
  isNews: isPublished,
  topics: (shown) => [...new Set(shown.map((post) => `profile:${post.author.id}`))].slice(0, 30),
  everyMs: 45_000,
})

/** Posts without end. */
export function PostList({ query, empty, eagerFirst = false }: { query: Query; empty: ReactNode; eagerFirst?: boolean }) {
  const list = useInfiniteQuery(query as ReturnType<typeof feedPages>)
  return (
    <Pages list={list} keyOf={({ id }) => id} empty={empty} more="scroll" growth={growthOf(query)}>
      {(posts) => posts.map((post, i) => <PostCard key={post.id} post={post} eager={eagerFirst && i === 0} />)}
    </Pages>
  )
}
