import type { PostView } from '@corefans/shared/contracts/posts.ts'
import { money, plural } from '../../lib/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { NightSky } from '../../ui/night-sky.tsx'
import { BuyPassButton } from '../passes/index.ts'
import { FollowButton } from '../people/index.ts'

/** What a locked post shows: a blur, the rule in words, and the way in. */
export function LockedMedia({ post }: { post: PostView }) {
  const preview = post.media[0]
  const first = post.author.name.split(' ')[0]
  return (
    <div className="media lockd">
      {preview ? (
        <img src={preview.previewUrl} alt="" width={preview.width} height={preview.height} loading="lazy" decoding="async" />
      ) : (
        <NightSky seed={post.id} rings={6} />
      )}
      <div className="lockp">
        <span className="lk">
          <Icon name="lock" />
        </span>
        <b>{post.unlock?.follow ? `For followers of ${first}` : `Unlock with a pass of ${first}`}</b>
        <span>{inside(post)}</span>
        <WayIn post={post} />
      </div>
    </div>
  )
}

function WayIn({ post: { author, unlock } }: { post: PostView }) {
  if (unlock?.follow) return <FollowButton handle={author.handle} name={author.name} base={{ follows: false, fans: 0 }} />
  const tier = unlock?.tiers.find((one) => !one.soldOut)
  if (!tier) return <span>All passes are sold out</span>
  return (
    <BuyPassButton handle={author.handle} tierId={tier.tierId}>
      Get {tier.name}, {money(tier.price)}
    </BuyPassButton>
  )
}

const inside = ({ media, poll }: PostView): string =>
  [media.length > 0 ? plural(media.length, 'image') : '', poll ? 'a poll' : ''].filter(Boolean).join(' and ') || 'A post in words'
