import { nobody, onBehalfOf } from '../../kernel/ctx.ts'
import { groupBy } from '../../kernel/group-by.ts'
import { castVotes } from '../../modules/polls/index.ts'
import { createPost, deletePost } from '../../modules/posts/index.ts'
import { follow } from '../../modules/profiles/index.ts'
import { setLikes } from '../../modules/reactions/index.ts'
import { scene } from '../art/scene.ts'
import type { WorldFollow, WorldLike, WorldPost, WorldVote } from '../world/types.ts'
import { seedClips } from './clips.ts'
import { drawn } from './draw.ts'
import type { Accounts } from './people.ts'
import { at, type Seeding } from './seeding.ts'

/** Post ids and poll ids by the world's keys. */
export type Posts = ReadonlyMap<string, { id: string; pollId: string | null }>
const of = (map: Accounts, handle: string): string => map.get(handle) as string

export async function seedFollows({ host, epoch, say }: Seeding, follows: readonly WorldFollow[], people: Accounts): Promise<void> {
  say(`${follows.length} follows`)
  for (const { follower, followee, at: when } of follows)
    await host.transact(onBehalfOf(of(people, follower), at({ epoch }, when)), (ctx) => follow(ctx, { handle: followee }))
}

export async function seedPosts(seeding: Seeding, posts: readonly WorldPost[], people: Accounts): Promise<Posts> {
  seeding.say(`writing ${posts.length} posts and drawing their ${posts.reduce((n, post) => n + post.images.length, 0)} pictures`)
  const made = new Map<string, { id: string; pollId: string | null }>()
  // Side by side: films wait for their own processes, and pictures keep others busy.
  const [pictures, clips] = await Promise.all([drawAll(seeding, posts, people), seedClips(seeding, posts, people)])
  for (const post of posts) {
    const mediaIds = [...(pictures.get(post.key) ?? []), ...(clips.get(post.key) ?? [])]
    made.set(post.key, await publish(seeding, post, of(people, post.author), mediaIds))
  }
  return made
}

/** The pictures of every post, by its key. */
const drawAll = async (seeding: Seeding, posts: readonly WorldPost[], people: Accounts): Promise<Map<string, string[]>> =>
  new Map(await Promise.all(posts.map(async (post) => [post.key, await draw(seeding, post, of(people, post.author))] as const)))

const draw = (seeding: Seeding, post: WorldPost, author: string): Promise<string[]> =>
  Promise.all(
    post.images.map((image) =>
      drawn(
        seeding,
        { account: author, when: at(seeding, post.at) },
        { svg: () => scene(image.name, image.seed, image.palette), alt: image.alt },
      ),
    ),
  )

async function publish(
  { host, epoch }: Seeding,
  post: WorldPost,
  author: string,
  mediaIds: string[],
): Promise<{ id: string; pollId: string | null }> {
  const poll = post.poll ? { ...post.poll, durationMs: post.poll.closesAt === null ? null : post.poll.closesAt - post.at } : undefined
  const view = await host.transact(onBehalfOf(author, at({ epoch }, post.at)), (ctx) =>
    createPost(host)(ctx, { text: post.text, audience: post.audience, mediaIds, poll }),
  )
  const { deletedAt } = post
  if (deletedAt !== null) await host.transact(onBehalfOf(author, at({ epoch }, deletedAt)), (ctx) => deletePost(ctx, { postId: view.id }))
  return { id: view.id, pollId: view.poll?.id ?? null }
}

export async function seedLikes({ host, epoch, say }: Seeding, likes: readonly WorldLike[], posts: Posts, people: Accounts): Promise<void> {
  say(`${likes.length} likes`)
  for (const [post, group] of groupBy(likes, (like) => like.post)) {
    const subjectId = posts.get(post)?.id as string
    const last = Math.max(...group.map((like) => like.at))
    await host.transact({ ...nobody, at: at({ epoch }, last) }, (ctx) =>
      setLikes(
        ctx,
        group.map((like) => ({ subjectId, kind: 'post', account: of(people, like.liker), liked: true })),
      ),
    )
  }
}

export async function seedVotes({ host, epoch, say }: Seeding, votes: readonly WorldVote[], posts: Posts, people: Accounts): Promise<void> {
  say(`${votes.length} votes`)
  for (const [post, group] of groupBy(votes, (vote) => vote.post)) {
    const pollId = posts.get(post)?.pollId as string
    const last = Math.max(...group.map((vote) => vote.at))
    await host.transact({ ...nobody, at: at({ epoch }, last) }, (ctx) =>
      castVotes(
        ctx,
        group.map((vote) => ({ pollId, voter: of(people, vote.voter), optionIds: vote.optionIds })),
      ),
    )
  }
}
