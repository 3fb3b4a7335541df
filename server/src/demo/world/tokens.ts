import { randomOf } from '../art/random.ts'
import { creators } from './creators.ts'
import { fans } from './fans.ts'
import { day, hour, momentBetween } from './time.ts'
import type { WorldFollow, WorldLaunch, WorldToken, WorldTrade } from './types.ts'

/** Fifteen people have opened their token: every creator, and three fans. */
const owners = [...creators.map(({ handle }) => handle), 'fan1', 'fan5', 'fan12']
/** Trades of each token: those of loved creators move most. */
const tradesOf = (index: number): number => Math.max(6, 40 - index * 3)
const cents = (n: number): bigint => BigInt(n) * 10n ** 16n

/** Tokens in order of their opening; each has its owner's handle as symbol. */
export function openTokens(seed: number): WorldToken[] {
  const random = randomOf(`${seed}/tokens`)
  const open = owners.map((owner, index) => ({
    owner,
    symbol: owner.toUpperCase(),
    creatorBps: random.pick([0, 100, 200, 300, 500]),
    at: momentBetween(random, (-89 + index) * day, (-88 + index) * day),
  }))
  return open.sort((a, b) => a.at - b.at)
}

/** One fan launched fairly this morning; twelve others were in it, and the first of them has not collected yet. */
export function fairLaunch(seed: number): WorldLaunch {
  const random = randomOf(`${seed}/launch`)
  const crowd = fans.map(({ handle }) => handle).filter((handle) => handle !== 'fan8')
  const deposits = crowd.slice(0, 12).map((fan) => ({ fan, wei: cents(random.int(50, 600)) }))
  return { owner: 'fan8', symbol: 'GRETA', at: -6 * hour, deposits, waiting: ['fan1'] }
}

/** Buys and sells that make each token's price history; whoever sells has bought before. */
export function tradeAll(seed: number, tokens: readonly WorldToken[], follows: readonly WorldFollow[]): WorldTrade[] {
  const trades = tokens.flatMap((token) => {
    const random = randomOf(`${seed}/trades/${token.owner}`)
    const crowd = follows.filter(({ followee, follower }) => followee === token.owner && fans.some(({ handle }) => handle === follower))
    const traders = crowd.length >= 4 ? crowd.map(({ follower }) => follower) : fans.slice(1, 12).map(({ handle }) => handle)
    const times = Array.from({ length: tradesOf(owners.indexOf(token.owner)) }, () => momentBetween(random, token.at + day / 4, -day / 24))
    const held = new Set<string>()
    return times
      .sort((a, b) => a - b)
      .map((at): WorldTrade => {
        const sellers = [...held]
        if (sellers.length > 2 && random.chance(0.35))
          return { token: token.owner, trader: random.pick(sellers), at, buyWei: null, sellBps: random.int(20, 80) * 100 }
        const trader = random.pick(traders.filter((handle) => handle !== token.owner))
        held.add(trader)
        return { token: token.owner, trader, at, buyWei: cents(random.int(20, 900)), sellBps: null }
      })
  })
  return trades.sort((a, b) => a.at - b.at)
}
