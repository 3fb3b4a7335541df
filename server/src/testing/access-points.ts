import { devnet } from '@corefans/chain/chains.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { createClient, http } from 'viem'
import { aPicture } from './image.ts'
import { openSocket, type TestSocket } from './socket.ts'

/** Somebody with an open session and a wallet, as a browser has them. */
export type Racer = { handle: string; cookie: string; wallet: SigningClient }
/** A gated world: what a creator published for holders. */
export type Stage = { url: string; creator: Racer; postId: string; pollId: string; openPollId: string; mediaId: string }

/** Asks as a browser of this person does. */
export const ask = ({ url }: { url: string }, { cookie }: Racer, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${url}${path}`, { ...init, headers: { cookie, ...init.headers } })

const posting = (body: object, method = 'POST'): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

async function must<T>(answer: Promise<Response>): Promise<T> {
  const got = await answer
  if (!got.ok) throw new Error(`${got.url} answered ${got.status}: ${await got.text()}`)
  return (await got.json()) as T
}

type Published = { id: string; media: { id: string }[]; poll?: { id: string } }
const holders = { anyOf: [[{ kind: 'pass' }]] }
const poll = { options: ['one', 'two'], durationMs: null }

/** A post for holders with a picture and a poll, and a public one whose poll is the holders'. */
export async function aStage(url: string, creator: Racer): Promise<Stage> {
  const picture = { method: 'POST', body: new Uint8Array(await aPicture()), headers: { 'content-type': 'image/png' } }
  const { id: mediaId } = await must<{ id: string }>(ask({ url }, creator, '/api/media', picture))
  const publish = (body: object) => must<Published>(ask({ url }, creator, '/api/posts', posting(body)))
  const gated = await publish({ text: 'for holders', audience: holders, mediaIds: [mediaId], poll })
  const open = await publish({ text: 'holders choose', poll: { ...poll, holdersOnly: true } })
  return { url, creator, postId: gated.id, pollId: gated.poll?.id ?? '', openPollId: open.poll?.id ?? '', mediaId }
}

/** One more post for holders; answers its id. */
export const publishMore = async ({ url, creator }: Stage): Promise<string> =>
  (await must<Published>(ask({ url }, creator, '/api/posts', posting({ text: 'one more', audience: holders })))).id

/** Open or closed to a person at this moment; anything else is a fault and no answer. */
export type Surface = { name: string; isOpen: (stage: Stage, who: Racer) => Promise<boolean> }

const byStatus =
  (path: (stage: Stage) => string, init: RequestInit = {}) =>
  async (stage: Stage, who: Racer): Promise<boolean> => {
    const { status } = await ask(stage, who, path(stage), init)
    if (status === 403) return false
    if (status < 400) return true
    throw new Error(`${path(stage)} answered ${status}`)
  }

type Posts = { items: { id: string; locked: boolean }[] }
const inList =
  (path: (stage: Stage) => string) =>
  async (stage: Stage, who: Racer): Promise<boolean> =>
    (await must<Posts>(ask(stage, who, path(stage)))).items.some(({ id, locked }) => id === stage.postId && !locked)

const media = (rendition: string) => (stage: Stage) => `/media/${stage.mediaId}/${rendition}.webp`

/** A topic asked for on a fresh connection, as a page does when it is opened. */
async function mayHear(stage: Stage, who: Racer, topic: string): Promise<boolean> {
  const socket = await openSocket(`${stage.url.replace('http', 'ws')}/api/realtime`, who.cookie)
  const answer = await socket.join(topic)
  socket.close()
  return answer.type === 'subscribed'
}

/** Every way to what a pass opens that exists. */
export const surfaces: readonly Surface[] = [
  {
    name: 'post',
    isOpen: async (stage, who) => !(await must<{ locked: boolean }>(ask(stage, who, `/api/posts/${stage.postId}`))).locked,
  },
  { name: 'posts of the profile', isOpen: inList(({ creator }) => `/api/profiles/${creator.handle}/posts?limit=50`) },
  { name: 'feed', isOpen: inList(() => '/api/feed?tab=explore&limit=50') },
  { name: 'picture', isOpen: byStatus(media('large')) },
  { name: 'thumbnail', isOpen: byStatus(media('small')) },
  { name: 'picture by range', isOpen: byStatus(media('large'), { headers: { range: 'bytes=0-15' } }) },
  { name: 'picture by HEAD', isOpen: byStatus(media('large'), { method: 'HEAD' }) },
  {
    name: 'picture in the cache',
    isOpen: (stage, who) => byStatus(media('large'), { headers: { 'if-none-match': `"${stage.mediaId}-large"` } })(stage, who),
  },
  { name: 'poll', isOpen: byStatus(({ pollId }) => `/api/polls/${pollId}`) },
  { name: 'vote', isOpen: byStatus(({ pollId }) => `/api/polls/${pollId}/votes`, posting({ optionIds: [1] })) },
  { name: 'vote of holders', isOpen: byStatus(({ openPollId }) => `/api/polls/${openPollId}/votes`, posting({ optionIds: [1] })) },
  { name: 'like', isOpen: byStatus(({ postId }) => `/api/posts/${postId}/like`, { method: 'PUT' }) },
  { name: 'comments', isOpen: byStatus(({ postId }) => `/api/posts/${postId}/comments`) },
  { name: 'thread', isOpen: byStatus(({ postId }) => `/api/posts/${postId}/thread`) },
  { name: 'topic of the comments', isOpen: (stage, who) => mayHear(stage, who, `comments:${stage.postId}`) },
  { name: 'topic of the poll', isOpen: (stage, who) => mayHear(stage, who, `poll:${stage.pollId}`) },
  {
    name: 'pass on the profile',
    isOpen: async (stage, who) => {
      const path = `/api/profiles/${stage.creator.handle}/passes`
      return (await must<{ items: { viewer: { holds: boolean } }[] }>(ask(stage, who, path))).items.some(({ viewer }) => viewer.holds)
    },
  },
]

/** The connection that a page holds while its poll is open: it hears tallies until it is told that it may no more. */
export async function standingSocket(stage: Stage, who: Racer): Promise<TestSocket> {
  const socket = await openSocket(`${stage.url.replace('http', 'ws')}/api/realtime`, who.cookie)
  const answer = await socket.join(`poll:${stage.pollId}`)
  if (answer.type !== 'subscribed') throw new Error('the poll of the stage is closed to its holder')
  return socket
}

/** A wallet that speaks to the chain through CoreFans, as in a page. */
export const throughUs = (url: string, { account }: SigningClient): SigningClient =>
  createClient({ chain: devnet, account, transport: http(`${url}/api/chain/rpc`), pollingInterval: 25 })
