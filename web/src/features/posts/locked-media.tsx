import type { PostView } from '@corefans/shared/contracts/posts.ts'
import type { Money } from '@corefans/shared/values/money.ts'
import { money } from '../../lib/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { PassArt } from '../../ui/pass-art.tsx'
import { BuyPassButton } from '../passes/index.ts'
import { FollowButton } from '../people/index.ts'
import { UnlockButton } from '../purchases/index.ts'
import { inside } from './inside.ts'

type UnlockTier = NonNullable<PostView['unlock']>['tiers'][number]

/** What a locked post shows: a blur, the rule in words, and the way in. */
export function LockedMedia({ post }: { post: PostView }) {
  const preview = post.media.find(({ previewUrl }) => previewUrl)
  const first = post.author.name.split(' ')[0]
  return (
    <div className="post-media post-locked" data-words={post.media.length === 0 || undefined}>
      {preview ? (
        <img src={preview.previewUrl} alt="" width={preview.width} height={preview.height} loading="lazy" decoding="async" />
      ) : (
        <PassArt handle={post.author.handle} />
      )}
      <div className="post-lock">
        <span className="post-lock-icon">
          <Icon name="lock" />
        </span>
        <b>{titleOf(post, first)}</b>
        <span>{inside(post)}</span>
        <WayIn post={post} />
      </div>
    </div>
  )
}

function titleOf({ unlock }: PostView, first: string | undefined): string {
  if (unlock?.follow) return `For followers of ${first}`
  if (unlock?.price) return `${first} sells this post`
  return `Unlock with a pass of ${first}`
}

function WayIn({ post: { id, author, unlock } }: { post: PostView }) {
  if (unlock?.follow) return <FollowButton handle={author.handle} name={author.name} base={{ follows: false, fans: 0 }} />
  const tier = unlock?.tiers.find((one) => !one.soldOut)
  if (unlock?.price) return <WaysToPay post={{ id, author, price: unlock.price }} tier={tier} />
  if (!tier) return <span>All passes are sold out</span>
  return (
    <BuyPassButton handle={author.handle} tierId={tier.tierId}>
      Get {tier.name}, {money(tier.price)}
    </BuyPassButton>
  )
}

type Sold = { id: string; author: PostView['author']; price: Money }

/** A post that is sold by itself may open with a pass as well. */
const WaysToPay = ({ post: { id, author, price }, tier }: { post: Sold; tier: UnlockTier | undefined }) => (
  <>
    <UnlockButton postId={id} handle={author.handle} name={author.name}>
      Unlock for {money(price)}
    </UnlockButton>
    {tier && (
      <BuyPassButton handle={author.handle} tierId={tier.tierId}>
        Or get {tier.name}, {money(tier.price)}
      </BuyPassButton>
    )}
  </>
)
