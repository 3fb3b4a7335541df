import { limits } from '@corefans/shared/values/limits.ts'
import { describe, expect, test } from 'vitest'
import { holdingsOf } from './resales.ts'
import { day } from './time.ts'
import type { World } from './types.ts'
import { buildWorld } from './world.ts'

const world = buildWorld(42)
const handles = new Set(world.people.map(({ handle }) => handle))
const posts = new Map(world.posts.map((post) => [post.key, post]))
const count = (role: string) => world.people.filter((person) => person.role === role).length
const postOf = (key: string) => posts.get(key) ?? expect.fail(`no post ${key}`)

describe('the demo world', () => {
  test('has twelve creators of whom three are virtual, forty fans, a moderator and an admin', () => {
    expect([count('creator'), count('fan'), count('moderator'), count('admin')]).toEqual([12, 40, 1, 1])
    expect(world.people.filter(({ ai }) => ai).map(({ handle }) => handle)).toEqual(['neo', 'lyra', 'kira'])
    expect(handles.size).toBe(world.people.length)
  })

  test('has 180 different posts in 90 days, one of them deleted, a fifth of them locked', () => {
    expect(world.posts).toHaveLength(180)
    expect(new Set(world.posts.map(({ text }) => text)).size).toBe(180)
    expect(world.posts.every(({ at }) => at >= -90 * day && at < 0)).toBe(true)
    expect(world.posts.filter(({ deletedAt }) => deletedAt !== null)).toHaveLength(1)
    expect(world.posts.filter(({ audience }) => audience !== 'public')).toHaveLength(36)
    expect(world.posts.filter(({ audience }) => audience === 'followers').length).toBeGreaterThan(9)
  })

  test('NOT-02 fan1 has ten unread lines in five conversations, one of them a group and one with the label of a team', () => {
    const mine = world.threads.filter(({ members }) => members.includes('fan1'))
    const unread = mine.map(({ lines, read }) => lines.slice(read).filter(({ author }) => author !== 'fan1').length).filter((n) => n > 0)
    expect([unread.reduce((a, b) => a + b), unread.length]).toEqual([10, 5])
    expect(mine.some(({ members }) => members.length > 2)).toBe(true)
    expect(mine.flatMap(({ lines }) => lines.flatMap(({ by }) => by ?? []))).toEqual(['fan33'])
    for (const { members, lines } of world.threads)
      expect(lines.every(({ author, at }, i) => members.includes(author) && at < 0 && at > (lines[i - 1]?.at ?? -91 * day))).toBe(true)
    expect(world.threads.every(({ members }) => members.every((handle) => handles.has(handle)))).toBe(true)
  })

  test('describes each of its pictures, and no two pictures are the same', () => {
    const images = world.posts.flatMap(({ images }) => images)
    expect(images.every(({ alt, width, height }) => alt.length >= 5 && alt.length <= limits.alt && width >= 1_000 && height >= 700)).toBe(
      true,
    )
    expect(new Set(images.map(({ seed }) => seed)).size).toBe(images.length)
    expect(world.posts.every(({ images }) => images.length <= 4)).toBe(true)
  })

  test('has open, closed, multiple and holder-only polls with two to six options', () => {
    const polls = world.posts.flatMap(({ poll }) => poll ?? [])
    expect(polls).toHaveLength(24)
    const sizes = polls.map(({ options }) => options.length)
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([limits.pollOptionsMin, limits.pollOptionsMax])
    expect(polls.filter(({ closesAt }) => closesAt === null || closesAt > 0).length).toBeGreaterThan(4)
    expect(polls.filter(({ closesAt }) => closesAt !== null && closesAt < 0).length).toBeGreaterThan(10)
    expect([polls.filter(({ multiple }) => multiple).length, polls.filter(({ holdersOnly }) => holdersOnly).length]).toEqual([3, 3])
  })

  test('keeps the limits of the API in every text', () => {
    expect(
      world.people.every(
        ({ name, bio, location, links }) =>
          name.length <= limits.name &&
          bio.length <= limits.bio &&
          location.length <= limits.location &&
          links.every((link) => URL.canParse(link)),
      ),
    ).toBe(true)
    expect(
      world.tiers.every(
        ({ name, perks }) =>
          name.length <= limits.tierName && perks.length <= limits.perks && perks.every((perk) => perk.length <= limits.perk),
      ),
    ).toBe(true)
    expect(world.posts.every(({ poll }) => !poll || poll.options.every((option) => option.length <= limits.pollOption))).toBe(true)
  })
})

describe('its people', () => {
  test('follow others, never themselves and never twice; fan1 follows exactly eight creators', () => {
    expect(new Set(world.follows.map(({ follower, followee }) => `${follower}>${followee}`)).size).toBe(world.follows.length)
    expect(
      world.follows.every(
        ({ follower, followee, at }) => handles.has(follower) && handles.has(followee) && follower !== followee && at < 0,
      ),
    ).toBe(true)
    const followed = world.follows.filter(({ follower }) => follower === 'fan1').map(({ followee }) => followee)
    expect(followed).toHaveLength(8)
    expect(followed).toContain('neo')
  })

  test('give 2,000 likes, one for each post they may open, also to fan1', () => {
    expect(world.likes).toHaveLength(2_000)
    expect(new Set(world.likes.map(({ liker, post }) => `${liker}>${post}`)).size).toBe(2_000)
    expect(
      world.likes.every(({ liker, post, at }) => handles.has(liker) && postOf(post).deletedAt === null && at > postOf(post).at && at < 0),
    ).toBe(true)
    expect(world.likes.filter(({ post }) => post.startsWith('fan1/'))).toHaveLength(16)
    expect(world.follows.filter(({ followee }) => followee === 'fan1').length).toBeGreaterThan(4)
  })

  test('vote for what a poll offers, while it is open, once', () => {
    expect(new Set(world.votes.map(({ voter, post }) => `${voter}>${post}`)).size).toBe(world.votes.length)
    for (const { post, optionIds, at } of world.votes) {
      const { poll, at: asked } = postOf(post)
      expect(poll && optionIds.length > 0 && optionIds.every((id) => id >= 1 && id <= poll.options.length)).toBe(true)
      expect(poll?.multiple || optionIds.length === 1).toBe(true)
      expect(at > asked && at < Math.min(0, poll?.closesAt ?? 0)).toBe(true)
    }
    expect(world.posts.filter(({ key, poll }) => poll && !world.votes.some(({ post }) => post === key))).toEqual([])
  })
})

describe('its passes', () => {
  const sales = (creator: string, tierId: number) =>
    world.purchases.filter((sale) => sale.creator === creator && sale.tierId === tierId).length

  test('are sold 400 times within their supply; one tier is sold out, one is free, some are for life', () => {
    expect(world.purchases).toHaveLength(400)
    expect(new Set(world.purchases.map(({ buyer, creator, tierId }) => `${buyer}>${creator}/${tierId}`)).size).toBe(400)
    expect(
      world.tiers.every(
        ({ creator, tierId, maxSupply }) => sales(creator, tierId) > 0 && (maxSupply === null || sales(creator, tierId) <= maxSupply),
      ),
    ).toBe(true)
    expect(world.tiers.filter(({ creator, tierId, maxSupply }) => maxSupply === sales(creator, tierId))).toHaveLength(1)
    expect(world.tiers.filter(({ priceWei }) => priceWei === 0n).map(({ creator, name }) => [creator, name])).toEqual([['neo', 'Neon Key']])
    expect(world.tiers.some(({ durationS }) => durationS === null)).toBe(true)
  })

  test('are three for fan1, all still good', () => {
    const held = world.purchases.filter(({ buyer }) => buyer === 'fan1')
    expect(held).toHaveLength(3)
    const end = (sale: (typeof held)[number]) =>
      sale.at +
      (world.tiers.find(({ creator, tierId }) => creator === sale.creator && tierId === sale.tierId)?.durationS ?? Infinity) * 1_000
    expect(held.every((sale) => end(sale) > 7 * day)).toBe(true)
  })

  test('change hands 150 times while they are good, and nobody ends with two of a tier', () => {
    expect(world.resales.length).toBeGreaterThan(140)
    const holdings = holdingsOf(world.purchases, world.resales)
    expect(new Set(holdings.map(({ holder, creator, tierId }) => `${holder}>${creator}/${tierId}`)).size).toBe(400)
    expect(holdings.filter(({ since }) => since >= 0)).toEqual([])
    expect(holdings.filter(({ since, expiresAt }) => expiresAt !== null && expiresAt <= since)).toEqual([])
    const ends = world.listings.map((one) =>
      holdings.find((held) => held.holder === one.seller && held.creator === one.creator && held.tierId === one.tierId),
    )
    expect(ends).toHaveLength(60)
    expect(ends.every((held) => held && (held.expiresAt === null || held.expiresAt > 3 * day))).toBe(true)
    expect(world.offers).toHaveLength(25)
  })

  test('gate only posts of creators who sell such a pass', () => {
    const rules = world.posts.flatMap(({ author, audience }) =>
      typeof audience === 'string'
        ? []
        : audience.anyOf
            .flat()
            .flatMap((rule) => (rule.kind === 'pass' ? (rule.tierIds ?? [1]) : []).map((tierId) => ({ author, tierId }))),
    )
    expect(rules.every(({ author, tierId }) => world.tiers.some((tier) => tier.creator === author && tier.tierId === tierId))).toBe(true)
  })
})

describe('its seed', () => {
  const inOrder = (list: { at: number }[]) => list.every(({ at }, i) => i === 0 || at >= (list[i - 1]?.at ?? 0))

  test('fixes everything, and another seed is another history', () => {
    expect(buildWorld(42)).toEqual(world)
    const other: World = buildWorld(7)
    expect(other.likes).not.toEqual(world.likes)
    expect([other.likes.length, other.purchases.length, other.posts.length]).toEqual([2_000, 400, 180])
  })

  test('gives every list in order of time', () => {
    const { posts: written, follows, purchases, likes, votes, resales, trades, tips, tokens } = world
    expect([written, follows, purchases, likes, votes, resales, trades, tips, tokens].every(inOrder)).toBe(true)
  })
})

describe('its money', () => {
  test('is fifteen tokens with a history, where only holders sell, and 300 tips for posts that the tipper may open', () => {
    expect(world.tokens).toHaveLength(15)
    for (const { owner, at } of world.tokens) {
      const trades = world.trades.filter(({ token }) => token === owner)
      expect(trades.length).toBeGreaterThan(5)
      expect(trades.every((trade) => trade.at > at && trade.at < 0 && trade.trader !== owner)).toBe(true)
      const firstBuy = new Map<string, number>()
      for (const trade of trades) {
        if (trade.sellBps === null) firstBuy.set(trade.trader, firstBuy.get(trade.trader) ?? trade.at)
        else expect(firstBuy.has(trade.trader)).toBe(true)
      }
    }
    expect(world.tips).toHaveLength(300)
    expect(world.tips.every((tip) => tip.tipper !== tip.payee && tip.at > postOf(tip.post).at && tip.at < 0)).toBe(true)
    expect(new Set(world.tips.map(({ currency }) => currency)).size).toBe(2)
  })
})
