/**
 * Makes the demo world on first start, through the same commands that people use: people and faces, wallets and pass
 * tiers on the chain, follows, posts, likes, votes, purchases. Deterministic by seed; times are offsets from the epoch.
 */
import { nobody } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import type { MediaPorts } from '../../modules/media/index.ts'
import { beginWorld, clearHalfWorld, finishWorld } from '../store.ts'
import { buildWorld } from '../world/world.ts'
import { fund, seen } from './chain.ts'
import { seedComments } from './comments.ts'
import { openHistory } from './history.ts'
import { playLaunch } from './launch.ts'
import { fundDeeds, seedListings, seedOffers } from './market.ts'
import { seedMessages } from './messages.ts'
import { nameTiers, purchaseDeeds, tierDeeds } from './passes.ts'
import { seedPeople } from './people.ts'
import { seedFollows, seedLikes, seedPosts, seedVotes } from './posts.ts'
import { resaleDeeds } from './resales.ts'
import type { Seeding } from './seeding.ts'
import { divideDeeds, seedTeams, splitDeeds } from './teams.ts'
import { tipDeeds } from './tips.ts'
import { tokenDeeds } from './tokens.ts'

/** Makes the world unless it is there. Safe to repeat after a crash at any point. */
export async function seedWorld(host: Host, media: MediaPorts, seed: number, say: (words: string) => void): Promise<void> {
  const before = await host.db.sql(`select 1 from demo_world`)
  const { epoch, done } = await host.transact(nobody, (ctx) => beginWorld(ctx, seed))
  if (done) return
  if (before.length > 0) await host.transact(nobody, clearHalfWorld)
  const seeding: Seeding = { host, media, epoch, say }
  const world = buildWorld(seed)
  const people = await seedPeople(seeding, world.people)
  const history = await openHistory(seeding)
  await fund(seeding, people)
  say(`minting ${world.tiers.length} pass tiers`)
  await history.play([...(await tierDeeds(seeding, world.tiers, people)), ...splitDeeds(seeding, world.teams, people)])
  await nameTiers(seeding, world.tiers, people)
  await seen(seeding)
  await seedTeams(seeding, world.teams, people)
  await seedFollows(seeding, world.follows, people)
  const posts = await seedPosts(seeding, world.posts, people)
  const deeds = [
    ...(await purchaseDeeds(seeding, world, people)),
    ...(await resaleDeeds(seeding, world.resales, people)),
    ...(await tokenDeeds(seeding, world, people)),
    ...fundDeeds(seeding, world.offers, people),
    ...(await tipDeeds(seeding, world.tips, { posts, people })),
    ...divideDeeds(seeding, world.teams, people),
  ]
  say(`${deeds.length} purchases, resales, trades and tips as transactions of 90 days`)
  const isEarlier = (deed: { at: number }) => deed.at < world.launch.at
  await history.play(deeds.filter(isEarlier))
  await playLaunch(history, seeding, world.launch, people)
  await history.play(deeds.filter((deed) => !isEarlier(deed)))
  // The present, not the world's first moment: making it took a while, and the chain's clock goes on from here.
  const now = await host.transact(nobody, async (ctx) => ctx.now)
  await history.rest(now.getTime() - epoch.getTime())
  await seen(seeding) // before likes and votes: a pass is what lets some of them through
  await seedListings(seeding, world.listings, people)
  await seedOffers(seeding, world.offers, people)
  await seedLikes(seeding, world.likes, posts, people)
  await seedVotes(seeding, world.votes, posts, people)
  await seedComments(seeding, world, { posts, people })
  await seedMessages(seeding, world.threads, people)
  await host.transact(nobody, finishWorld)
}
