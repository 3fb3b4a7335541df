import { commentAll, likeComments } from './comments/index.ts'
import { creators } from './creators.ts'
import { fans, staff } from './fans.ts'
import { followAll } from './follow.ts'
import { listAll, offerAll } from './market.ts'
import { gatesOf } from './may-open.ts'
import { threads } from './messages.ts'
import { publish } from './publish.ts'
import { sellAll } from './purchase.ts'
import { likeAll, voteAll } from './react.ts'
import { holdingsOf, resellAll } from './resales.ts'
import { teams } from './teams.ts'
import { tiers } from './tiers.ts'
import { tipAll } from './tips.ts'
import { fairLaunch, openTokens, tradeAll } from './tokens.ts'
import type { World } from './types.ts'

/** The whole demo world of a seed: the people, passes and words are always the same, chance decides when and who. */
export function buildWorld(seed = 42): World {
  const people = [...creators, ...fans, ...staff]
  const follows = followAll(seed)
  const purchases = sellAll(seed, follows)
  const resales = resellAll(seed, purchases)
  const holdings = holdingsOf(purchases, resales)
  const tokens = openTokens(seed)
  const posts = publish(seed)
  const { mayOpen, mayVote } = gatesOf(follows, holdings)
  const crowd = { people, posts, follows }
  const comments = commentAll(seed, crowd, mayOpen)
  return {
    ...{ seed, people, teams, threads, tiers, follows, purchases, resales, tokens, posts },
    listings: listAll(seed, holdings),
    offers: offerAll(seed, holdings),
    trades: tradeAll(seed, tokens, follows),
    launch: fairLaunch(seed),
    tips: tipAll(seed, posts, mayOpen),
    likes: likeAll(seed, crowd, mayOpen),
    votes: voteAll(seed, crowd, mayVote),
    comments,
    commentLikes: likeComments(seed, comments, crowd, mayOpen),
  }
}
