import { randomOf } from '../art/random.ts'
import { fans } from './fans.ts'
import type { Since } from './may-open.ts'
import { minute, momentBetween } from './time.ts'
import type { WorldPost, WorldTip } from './types.ts'

const tipsInAll = 300

/** Tips for posts that the tipper could open; one in ten in test dollars. */
export function tipAll(seed: number, posts: readonly WorldPost[], mayOpen: Since): WorldTip[] {
  const random = randomOf(`${seed}/tips`)
  const tipped = posts.filter(({ deletedAt, at }) => deletedAt === null && at < -60 * minute)
  const tips: WorldTip[] = []
  while (tips.length < tipsInAll) {
    const post = random.pick(tipped)
    const { handle } = random.pick(fans)
    const since = handle === post.author ? null : mayOpen(handle, post)
    if (since === null || since > -30 * minute) continue
    const isDollars = random.chance(0.1)
    const amount = isDollars ? BigInt(random.int(1, 25)) * 1_000_000n : BigInt(random.int(5, 500)) * 10n ** 16n
    tips.push({
      tipper: handle,
      post: post.key,
      payee: post.author,
      amount,
      currency: isDollars ? 'usd' : 'core',
      at: momentBetween(random, since, 0, 3),
    })
  }
  return tips.sort((a, b) => a.at - b.at)
}
