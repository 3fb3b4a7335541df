import { type Random, randomOf } from '../art/random.ts'
import { creators } from './creators.ts'
import { fans } from './fans.ts'
import { day, momentBetween } from './time.ts'
import type { WorldFollow } from './types.ts'

/** How much a creator draws people, in order of `creators`. */
const pull = [10, 6, 5, 9, 7, 5, 7, 5, 5, 5, 6, 5]
const followedByFan1 = ['neo', 'lyra', 'kira', 'maya', 'alex', 'priya', 'haru', 'nour']
/** Who found fan1, newest last; they make fan1's first notifications. */
const fansOfFan1 = ['fan5', 'fan15', 'fan12', 'alex', 'fan2', 'maya']

const someCreators = (random: Random, count: number) =>
  creators
    .map(({ handle }, i) => ({ handle, rank: random.next() ** (1 / (pull[i] ?? 1)) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, count)
    .map(({ handle }) => handle)

/** Who follows whom since when, in order of time. */
export function followAll(seed: number): WorldFollow[] {
  const random = randomOf(`${seed}/follows`)
  const early = (follower: string, followee: string): WorldFollow => ({
    follower,
    followee,
    at: momentBetween(random, -94 * day, -4 * day, 1.6),
  })
  const handles = fans.map(({ handle }) => handle).filter((handle) => handle !== 'fan1')
  return [
    ...followedByFan1.map((followee) => early('fan1', followee)),
    ...handles.flatMap((fan) => someCreators(random, random.int(4, 10)).map((followee) => early(fan, followee))),
    ...handles.flatMap((fan) =>
      random
        .shuffle(handles.filter((other) => other !== fan))
        .slice(0, random.int(0, 2))
        .map((other) => early(fan, other)),
    ),
    ...creators.flatMap(({ handle }) =>
      someCreators(random, random.int(2, 4))
        .filter((other) => other !== handle)
        .map((other) => early(handle, other)),
    ),
    ...creators.map(({ handle }) => early('mod1', handle)),
    ...fansOfFan1.map((follower, i) => ({ follower, followee: 'fan1', at: momentBetween(random, (i - 7) * day, (i - 6) * day) })),
  ].sort((a, b) => a.at - b.at)
}
