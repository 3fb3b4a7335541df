// The load of a bench, in a process of its own, so that making requests is not counted as answering them.
import { type Lane, openLane, requestOf } from './http-lane.ts'
import type { Round, Scores } from './load.ts'
import { pollId, postId, threadId, tokenOf } from './names.ts'
import { latencyOf, rounded } from './stats.ts'

/** What each active account has last been told it has set: a like as 0 or 1, a vote as its option, and how many comments it has written. */
const acknowledged = new Map<number, number>()
let lanes: Lane[] = []

type Step = { request: Buffer; kept?: () => void }
/** What a lane asks next. */
type Script = () => Step

function scriptOf(round: Round, lane: number): Script {
  if (round.kind === 'get') return reading(round, lane)
  const { first, count } = round.accounts
  const share = Math.floor(count / round.connections)
  const mine = Array.from({ length: share }, (_, i) => first + lane * share + i)
  let turn = 0
  return () => {
    const account = mine[turn++ % mine.length] as number
    if (round.kind === 'comments') return commenting(round, account)
    if (round.kind === 'messages') return messaging(round, account)
    return round.kind === 'likes' ? liking(round, account) : voting(round, account)
  }
}

function reading(round: Extract<Round, { kind: 'get' }>, lane: number): Script {
  const requests = round.asks.map(({ path, account }) =>
    requestOf('GET', path, { port: round.port, ...(account === null ? {} : { token: tokenOf(account) }) }),
  )
  let turn = Math.floor((requests.length / round.connections) * lane)
  return () => ({ request: requests[turn++ % requests.length] as Buffer })
}

const cache = new Map<string, Buffer>()
function cached(key: string, make: () => Buffer): Buffer {
  const known = cache.get(key)
  if (known) return known
  const made = make()
  cache.set(key, made)
  return made
}

/** Turns the account's like around; one in ten says the same again, as an impatient finger does. */
function liking(round: Extract<Round, { kind: 'likes' }>, account: number): Step {
  const is = acknowledged.get(account) ?? round.startsAt(account)
  const next = repeats() ? is : 1 - is
  const path = `/api/${round.plain ? 'plain/' : ''}posts/${postId(0)}/like`
  const request = cached(`${path} ${account} ${next}`, () =>
    requestOf(next === 1 ? 'PUT' : 'DELETE', path, { port: round.port, token: tokenOf(account) }),
  )
  return { request, kept: () => acknowledged.set(account, next) }
}

/** Another choice each time; one in ten repeats the last. */
function voting(round: Extract<Round, { kind: 'votes' }>, account: number): Step {
  const is = acknowledged.get(account) ?? round.startsAt(account)
  const next = is > 0 && repeats() ? is : (is % 4) + 1
  const path = `/api/${round.plain ? 'plain/' : ''}polls/${pollId(1)}/votes`
  const request = cached(`${path} ${account} ${next}`, () =>
    requestOf('POST', path, { port: round.port, token: tokenOf(account), body: `{"optionIds":[${next}]}` }),
  )
  return { request, kept: () => acknowledged.set(account, next) }
}

/** One more comment on the hot post. */
function commenting(round: Extract<Round, { kind: 'comments' }>, account: number): Step {
  const is = acknowledged.get(account) ?? round.startsAt(account)
  const path = `/api/${round.plain ? 'plain/' : ''}posts/${postId(1)}/comments`
  const request = cached(`${path} ${account}`, () =>
    requestOf('POST', path, {
      port: round.port,
      token: tokenOf(account),
      body: `{"text":"What somebody says of a post, in one sentence."}`,
    }),
  )
  return { request, kept: () => acknowledged.set(account, is + 1) }
}

/** One more line to whom the account writes: two neighbours share a conversation. */
function messaging(round: Extract<Round, { kind: 'messages' }>, account: number): Step {
  const is = acknowledged.get(account) ?? round.startsAt(account)
  const path = `/api/${round.plain ? 'plain/' : ''}messages/threads/${threadId(account >> 1)}/messages`
  const request = cached(`${path} ${account}`, () =>
    requestOf('POST', path, {
      port: round.port,
      token: tokenOf(account),
      body: `{"text":"What somebody writes to somebody, in one sentence."}`,
    }),
  )
  return { request, kept: () => acknowledged.set(account, is + 1) }
}

let drawn = 0
const repeats = () => ++drawn % 10 === 0

async function run(round: Round): Promise<Scores> {
  while (lanes.length < round.connections) lanes.push(await openLane(round.port))
  const errors = new Map<string, number>()
  const samples: number[] = []
  const began = performance.now()
  const endAt = began + round.seconds * 1_000
  const drive = async (lane: Lane, i: number) => {
    const script = scriptOf(round, i)
    for (;;) {
      const sentAt = performance.now()
      if (sentAt >= endAt) return
      const { request, kept } = script()
      const status = await lane.ask(request)
      if (status < 300) {
        samples.push(performance.now() - sentAt)
        kept?.()
      } else errors.set(`${status} ${lane.lastBody().slice(0, 120)}`, (errors.get(`${status} ${lane.lastBody().slice(0, 120)}`) ?? 0) + 1)
    }
  }
  await Promise.all(lanes.slice(0, round.connections).map(drive))
  const tookS = (performance.now() - began) / 1_000
  return {
    requests: samples.length,
    perSecond: rounded(samples.length / tookS, 0),
    ...latencyOf(samples),
    errors: Object.fromEntries(errors),
    tookS: rounded(tookS),
  }
}

type Asked = { run?: Omit<Round, 'startsAt'>; acknowledged?: true }
process.on('message', (asked: Asked) => {
  if (asked.acknowledged) return void process.send?.({ states: [...acknowledged] })
  if (!asked.run) return
  run({ ...asked.run, startsAt: (account: number) => startOf(asked.run as Round, account) } as Round)
    .then((scores) => process.send?.({ scores }))
    .catch((err: unknown) => process.send?.({ failed: err instanceof Error ? err.message : String(err) }))
})
process.on('disconnect', () => {
  for (const lane of lanes) lane.close()
  lanes = []
  process.exit(0)
})

/** Accounts below the crowd have liked and voted already; the others have not. */
function startOf(round: Round, account: number): number {
  if (round.kind === 'get' || round.kind === 'comments' || round.kind === 'messages' || account >= round.crowd) return 0
  return round.kind === 'likes' ? 1 : (account % 4) + 1
}
