import { type Random, randomOf } from '../../art/random.ts'
import type { Since } from '../may-open.ts'
import { hour, minute, momentBetween } from '../time.ts'
import type { Offset, WorldComment, WorldCommentLike, WorldPerson, WorldPost } from '../types.ts'
import { quietTalk } from './quiet.ts'
import { stageTalk } from './stages.ts'
import { studioTalk } from './studios.ts'
import { anywhere, type Talk, thanks } from './written.ts'

const commentsInAll = 600
const talk: Readonly<Record<string, readonly Talk[]>> = { ...stageTalk, ...studioTalk, ...quietTalk }

/** Who writes in another language than English now and then. */
const languages: Readonly<Record<string, string>> = {
  ...{ fan3: 'sv', fan5: 'es', fan6: 'ja', fan7: 'ar', fan8: 'de', fan12: 'pt', fan14: 'ar', fan16: 'ja', fan17: 'fr', fan22: 'it' },
  ...{ fan24: 'de', fan29: 'fr', fan30: 'pt', fan31: 'ko', fan35: 'pl', fan36: 'fr' },
}

type Crowd = { people: WorldPerson[]; posts: WorldPost[] }
type Around = { random: Random; mayOpen: Since; fans: string[] }

/** Six hundred comments: conversations about what a post says, and what people say anywhere, each where they may read. */
export function commentAll(seed: number, { people, posts }: Crowd, mayOpen: Since): WorldComment[] {
  const fans = people.filter(({ role }) => role === 'fan').map(({ handle }) => handle)
  const around = { random: randomOf(`${seed}/comments`), mayOpen, fans }
  const standing = posts.filter(({ deletedAt, at }) => deletedAt === null && at < -10 * minute)
  const talks = standing.flatMap((post) =>
    (talk[post.author] ?? []).flatMap((one, nth) =>
      `${post.author}/${one[0]}` === post.key ? held(around, post, { talk: one, nth }) : [],
    ),
  )
  const rest = anywhereOn(around, standing, commentsInAll - talks.length)
  return [...talks, ...rest].sort((a, b) => a.at - b.at || a.key.localeCompare(b.key, 'en'))
}

/** Since when somebody may comment on a post; null if they never could, or only just now. */
function sinceFor({ mayOpen }: Around, handle: string, post: WorldPost): Offset | null {
  const since = handle === post.author ? post.at : mayOpen(handle, post)
  return since !== null && since < -10 * minute ? since : null
}

/** One conversation; it ends where nobody is left who may read the post. */
function held(around: Around, post: WorldPost, { talk: [, ...lines], nth }: { talk: Talk; nth: number }): WorldComment[] {
  const said: WorldComment[] = []
  const parent = `${post.key}/${nth + 1}.1`
  for (const [i, line] of lines.entries()) {
    const author = speakerOf(around, post, { line, said })
    const since = author === null ? null : sinceFor(around, author, post)
    if (author === null || since === null) return said
    const before = said.at(-1)
    const text = line.replace(/^(↩|↺|fan\d+:) /, '')
    const at = momentAfter(around, Math.max(since, before?.at ?? since), before !== undefined)
    said.push({ key: `${post.key}/${nth + 1}.${i + 1}`, post: post.key, parent: i === 0 ? null : parent, author, text, at })
  }
  return said
}

function speakerOf(around: Around, post: WorldPost, { line, said }: { line: string; said: readonly WorldComment[] }): string | null {
  if (line.startsWith('↩ ')) return post.author
  if (line.startsWith('↺ ')) return said[0]?.author ?? null
  const named = /^(fan\d+): /.exec(line)?.[1]
  if (named) return named
  const others = around.fans.filter((fan) => sinceFor(around, fan, post) !== null && !said.some(({ author }) => author === fan))
  return others.length > 0 ? around.random.pick(others.filter((fan) => fan !== post.author)) : null
}

/** Openings come while a post is young, answers within hours; nothing comes from the future. */
const momentAfter = ({ random }: Around, from: Offset, isAnswer: boolean): Offset =>
  isAnswer ? Math.round(from + Math.min(-from / 2, random.between(2 * minute, 7 * hour))) : momentBetween(random, from, -6 * minute, 3)

/** What people say anywhere, in their own words; some of it is answered. */
function anywhereOn(around: Around, posts: readonly WorldPost[], count: number): WorldComment[] {
  const { random } = around
  const said: WorldComment[] = []
  const taken = new Set<string>()
  while (said.length < count) {
    const one = sayAnything(around, random.pick(posts), said.length)
    if (one === null || taken.has(`${one.post} ${one.author}`) || taken.has(`${one.post} ${one.text}`)) continue
    taken.add(`${one.post} ${one.author}`).add(`${one.post} ${one.text}`)
    said.push(one)
    if (said.length < count && random.chance(0.14)) said.push(answerTo(around, one))
  }
  return said
}

/** What one fan says on one post; null where they may not. */
function sayAnything(around: Around, post: WorldPost, nth: number): WorldComment | null {
  const author = around.random.pick(around.fans)
  const since = sinceFor(around, author, post)
  const own = languages[author]
  const text = around.random.pick(anywhere[own && around.random.chance(0.7) ? own : 'en'] ?? [])
  if (since === null || author === post.author) return null
  return { key: `${post.key}/x${nth}`, post: post.key, parent: null, author, text, at: momentAfter(around, since, false) }
}

const answerTo = (around: Around, { key, post, at }: WorldComment): WorldComment => ({
  ...{ key: `${key}.1`, post, parent: key, author: post.split('/')[0] as string },
  text: around.random.pick(thanks),
  at: momentAfter(around, at, true),
})

/** Likes of comments: what began a conversation is liked most. */
export function likeComments(
  seed: number,
  comments: readonly WorldComment[],
  { people, posts }: Crowd,
  mayOpen: Since,
): WorldCommentLike[] {
  const random = randomOf(`${seed}/comment-likes`)
  const fans = people.filter(({ role }) => role === 'fan').map(({ handle }) => handle)
  const byKey = new Map(posts.map((post) => [post.key, post]))
  const answered = new Set(comments.flatMap(({ parent }) => parent ?? []))
  return comments.flatMap(({ key, author, post }) => {
    const charm = (answered.has(key) ? 0.12 : 0.03) * random.next()
    return fans.flatMap((liker) => {
      const likes = random.chance(charm) && liker !== author
      return likes && mayOpen(liker, byKey.get(post) as WorldPost) !== null ? [{ liker, comment: key }] : []
    })
  })
}
