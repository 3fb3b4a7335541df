import { type Random, randomOf } from '../art/random.ts'
import type { Since } from './may-open.ts'
import { hour, minute, momentBetween } from './time.ts'
import type { WorldFollow, WorldLike, WorldPerson, WorldPost, WorldVote } from './types.ts'

type Crowd = { people: WorldPerson[]; posts: WorldPost[]; follows: WorldFollow[] }
const likesInAll = 2_000
const likesOfFan1 = [7, 9]

const likersOf = ({ people }: Crowd) => people.filter(({ role }) => role !== 'admin')

/** Two thousand likes: more for what is loved, more from those who follow, and a few for fan1. */
export function likeAll(seed: number, crowd: Crowd, mayOpen: Since): WorldLike[] {
  const random = randomOf(`${seed}/likes`)
  const follows = new Set(crowd.follows.map(({ follower, followee }) => `${follower}>${followee}`))
  const candidates = crowd.posts
    .filter(({ deletedAt }) => deletedAt === null)
    .flatMap((post) => {
      const isFresh = post.at > -2 * hour
      const charm = random.between(0.5, 3) * (isFresh ? 0.4 : 1)
      return likersOf(crowd).flatMap(({ handle }) => {
        const since = handle === post.author ? null : mayOpen(handle, post)
        const rank = random.next() ** (1 / (charm * (follows.has(`${handle}>${post.author}`) ? 3 : 1)))
        return since === null || since > -5 * minute ? [] : [{ liker: handle, post, since, rank }]
      })
    })
    .sort((a, b) => b.rank - a.rank)
  const dear = [1, 2].flatMap((nth, i) => candidates.filter(({ post }) => post.key === `fan1/${nth}`).slice(0, likesOfFan1[i]))
  const rest = candidates.filter(({ post }) => post.author !== 'fan1').slice(0, likesInAll - dear.length)
  return [...dear, ...rest]
    .map(({ liker, post, since }) => ({ liker, post: post.key, at: momentBetween(random, since, 0, 4) }))
    .sort((a, b) => a.at - b.at)
}

/** Options fall off in a random order of favour: the first is liked about twice as much as the second. */
function choose(random: Random, favour: number[], multiple: boolean): number[] {
  const one = () => favour.find(() => random.chance(0.45)) ?? random.pick(favour)
  const count = multiple ? random.int(1, Math.min(3, favour.length)) : 1
  return [...new Set(Array.from({ length: count }, one))].sort((a, b) => a - b)
}

/** Votes on every poll, while it is open and by those who may; fan4 votes in each that lets her. */
export function voteAll(seed: number, crowd: Crowd, mayVote: Since): WorldVote[] {
  const random = randomOf(`${seed}/votes`)
  return crowd.posts
    .flatMap((post) => {
      const { poll } = post
      if (!poll) return []
      const end = Math.min(0, poll.closesAt ?? 0)
      const favour = random.shuffle(poll.options.map((_, i) => i + 1))
      const turnout = random.between(0.3, 0.8)
      return likersOf(crowd).flatMap(({ handle }) => {
        const since = handle === post.author ? null : mayVote(handle, post)
        const comes = random.chance(turnout) || handle === 'fan4'
        if (since === null || since > end - hour || !comes) return []
        return [
          { voter: handle, post: post.key, optionIds: choose(random, favour, poll.multiple), at: momentBetween(random, since, end, 2.5) },
        ]
      })
    })
    .sort((a, b) => a.at - b.at)
}
