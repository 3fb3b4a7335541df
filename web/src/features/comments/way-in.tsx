import type { ThreadView } from '@corefans/shared/contracts/comments.ts'
import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { money } from '../../lib/format.ts'
import { invalidateOne } from '../../lib/query.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { BuyPassButton, tiersQuery } from '../passes/index.ts'
import { FollowButton, follows } from '../people/index.ts'
import { TipButton } from '../tips/index.ts'

type Why = NonNullable<ThreadView['viewer']['whyNot']>
type Props = { post: PostView; why: Why }

/** Why one cannot write here, and what would change that. */
export const WayIn = ({ post, why }: Props) => (
  <div className="comment-closed">
    <span>
      {why !== 'signed-out' && <Icon name="lock" size="sm" />}
      <Reason author={post.author} why={why} />
    </span>
    <Door post={post} why={why} />
  </div>
)

function Reason({ author, why }: { author: PostView['author']; why: Why }) {
  const who = <Name>{author.name}</Name>
  if (why === 'signed-out') return <span>Log in to write a comment</span>
  if (why === 'locked') return <span>{who} has closed the comments</span>
  if (why === 'followers') return <span>Followers only: follow {who} to comment</span>
  if (why === 'holders') return <span>Holders only: get a pass of {who} to comment</span>
  return <span>For those who have tipped {who}</span>
}

function Door({ post: { id, author }, why }: Props) {
  if (why === 'locked') return null
  if (why === 'signed-out')
    return (
      <Link to="/login" search={{ next: `/post/${id}` }} className="btn pri slim">
        Log in
      </Link>
    )
  if (why === 'followers') return <Follow postId={id} author={author} />
  if (why === 'holders') return <Pass handle={author.handle} />
  return <TipButton handle={author.handle} name={author.name} postId={id} />
}

/** Once one follows, the thread is asked again. */
function Follow({ postId, author: { handle, name } }: { postId: string; author: PostView['author'] }) {
  const base = { follows: false, fans: 0 }
  const now = follows.use(handle, base)
  const queries = useQueryClient()
  useEffect(() => {
    if (now.follows && !follows.isPending(handle)) void invalidateOne(queries, 'GET /api/posts/:postId/thread', { postId })
  }, [now, handle, queries, postId])
  return <FollowButton handle={handle} name={name} base={base} slim />
}

/** The first pass that is for sale. */
function Pass({ handle }: { handle: string }) {
  const tier = useQuery(tiersQuery(handle)).data?.items.find((one) => !one.soldOut)
  if (!tier) return null
  return (
    <BuyPassButton handle={handle} tierId={tier.tierId}>
      Get {tier.name}, {money(tier.price)}
    </BuyPassButton>
  )
}
