import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { read } from '../../lib/query.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Blank, Failure } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { Time } from '../../ui/time.tsx'
import { Thread } from '../comments/index.ts'
import { PostCard } from './post-card.tsx'
import { postQuery, posts } from './posts.ts'

export function PostPage() {
  const { postId } = useParams({ from: '/post/$postId' })
  const found = useQuery(postQuery(postId))
  return (
    <>
      <PageHeader title={found.data ? `Post by ${found.data.author.name}` : 'Post'} back />
      {found.data ? (
        <Post post={found.data} />
      ) : found.error ? (
        <Failure error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Loading rows={1} />
      )}
    </>
  )
}

function Post({ post }: { post: PostView }) {
  const { post: now, gone } = posts.use(post.id, { post, gone: false })
  const [history, setHistory] = useState(false)
  return (
    <>
      <PostCard post={post} whole eager />
      {gone && (
        <Blank title="This post is gone">
          <p className="muted">Its author has deleted it.</p>
        </Blank>
      )}
      {!gone && (
        <p className="post-dates">
          <Time iso={now.createdAt} as="full" />
          {now.editedAt && !now.locked && (
            <button type="button" className="link" onClick={() => setHistory(true)}>
              Edit history
            </button>
          )}
        </p>
      )}
      {!gone && <Thread post={now} />}
      {history && <History postId={post.id} onClose={() => setHistory(false)} />}
    </>
  )
}

function History({ postId, onClose }: { postId: string; onClose: () => void }) {
  const revisions = useQuery({ ...read('GET /api/posts/:postId/revisions', { postId }), staleTime: 0 })
  return (
    <Dialog title="Earlier versions" onClose={onClose}>
      {revisions.error && <Failure error={revisions.error} />}
      {revisions.data?.items.length === 0 && <p className="muted">The words have not changed.</p>}
      <ol className="post-revisions">
        {revisions.data?.items.map(({ text, at }) => (
          <li key={at}>
            <small>
              <Time iso={at} as="full" />
            </small>
            <p>{text || <em>No words</em>}</p>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
