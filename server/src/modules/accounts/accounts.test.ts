import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { createSiweMessage } from 'viem/siwe'
import { describe, expect, test } from 'vitest'
import { type Person, personWith } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()
type Fields = Parameters<typeof createSiweMessage>[0]
const wallet = () => privateKeyToAccount(generatePrivateKey())

async function signed(who: Person, account: ReturnType<typeof wallet>, change: Partial<Fields> = {}) {
  const { nonce, domain, uri, chainId, issuedAt, expirationTime } = await who.must('POST /api/wallets/challenge')
  const fields = {
    address: account.address,
    chainId,
    domain,
    nonce,
    uri,
    version: '1' as const,
    issuedAt: new Date(issuedAt),
    expirationTime: new Date(expirationTime),
  }
  const message = createSiweMessage({ ...fields, ...change })
  return { message, signature: await account.signMessage({ message }) }
}
const browser = () => personWith({ host: world().host, config: world().config, url: world().url }, '', 'browser', '')
const cookieOf = (headers: Record<string, unknown>) => String(headers['set-cookie']).split(';')[0] as string
const asCookie = (cookie: string) => personWith({ host: world().host, config: world().config, url: world().url }, '', 'me', cookie)

describe('sign-in', () => {
  test('AUT-01 email and password: an account is made once, a wrong word opens nothing and says nothing of who exists', async () => {
    const account = { handle: 'ann', name: 'Ann', email: 'Ann@Example.com', password: 'correct horse battery' }
    const made = await browser().call('POST /api/accounts', account)
    expect(made.status).toBe(201)
    expect((await asCookie(cookieOf(made.headers)).must('GET /api/me')).handle).toBe('ann')
    expect((await browser().call('POST /api/accounts', { ...account, handle: 'ann2' })).body.type).toBe('/problems/accounts/email-taken')
    expect((await browser().call('POST /api/accounts', { ...account, email: 'b@example.com' })).body.type).toBe(
      '/problems/profiles/handle-taken',
    )
    expect((await browser().call('POST /api/sessions', { email: 'ann@example.com', password: account.password })).status).toBe(200)
    const wrong = await browser().call('POST /api/sessions', { email: 'ann@example.com', password: 'wrong' })
    const nobody = await browser().call('POST /api/sessions', { email: 'no@example.com', password: 'wrong' })
    expect([wrong.status, wrong.body]).toEqual([nobody.status, nobody.body])
    const [row] = await world().db.sql<{ hash: string }>(`select password_hash as hash from accounts where email = 'ann@example.com'`)
    expect(row?.hash).toMatch(/^scrypt\$32768\$8\$3\$/)
  })

  test('AUT-01 a wallet signs in by SIWE; a foreign domain, chain, nonce, time and signer are each refused by name', async () => {
    const key = wallet()
    const type = async (change: Partial<Fields>) =>
      (await browser().call('POST /api/sessions/wallet', await signed(browser(), key, change))).body.type
    expect(await type({ domain: 'evil.example' })).toBe('/problems/accounts/siwe-domain')
    expect(await type({ uri: 'https://evil.example' })).toBe('/problems/accounts/siwe-domain')
    expect(await type({ chainId: 1 })).toBe('/problems/accounts/siwe-chain')
    expect(await type({ nonce: 'abcdefgh12345678' })).toBe('/problems/accounts/siwe-nonce')
    expect(await type({ expirationTime: new Date(0) })).toBe('/problems/accounts/siwe-expired')
    expect(await type({ notBefore: new Date(Date.now() + 3_600_000) })).toBe('/problems/accounts/siwe-expired')
    expect(await type({ issuedAt: new Date(Date.now() - 3_600_000) })).toBe('/problems/accounts/siwe-expired')
    expect(await type({ address: wallet().address })).toBe('/problems/accounts/siwe-signature')
    expect(await type({})).toBe('/problems/accounts/unknown-wallet')
    const good = await signed(browser(), key)
    const made = await browser().call('POST /api/sessions/wallet', { ...good, handle: 'walter', name: 'Walter' })
    expect([made.status, made.body.handle]).toEqual([200, 'walter'])
    expect((await browser().call('POST /api/sessions/wallet', good)).body.type).toBe('/problems/accounts/siwe-nonce')
    expect((await browser().call('POST /api/sessions/wallet', await signed(browser(), key))).body.handle).toBe('walter')
  })

  test('AUT-01 one signed message under 50 tries at once signs in once', async () => {
    const key = wallet()
    const message = await signed(browser(), key)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => browser().call('POST /api/sessions/wallet', { ...message, handle: 'once', name: 'Once' })),
    )
    expect(answers.filter((answer) => answer.status === 200).length).toBe(1)
  })

  test('several wallets belong to one account, one wallet to one account, and the last way in stays', async () => {
    const [ann, bob] = [await world().person(), await world().person()]
    const [one, two] = [wallet(), wallet()]
    for (const key of [one, two])
      expect((await ann.call('POST /api/me/wallets', { ...(await signed(ann, key)), kind: 'browser' })).status).toBe(201)
    expect((await bob.call('POST /api/me/wallets', { ...(await signed(bob, one)), kind: 'browser' })).body.type).toBe(
      '/problems/accounts/wallet-taken',
    )
    expect((await ann.must('GET /api/me/wallets')).items.map((w) => w.primary)).toEqual([true, false])
    await ann.must('PUT /api/me/wallets/:address/primary', { address: two.address })
    await ann.must('DELETE /api/me/wallets/:address', { address: one.address })
    const last = await ann.call('DELETE /api/me/wallets/:address', { address: two.address })
    expect((last.body as { type?: string } | null)?.type).toBe('/problems/accounts/last-way-in')
    expect((await ann.must('GET /api/me/wallets')).items.length).toBe(1)
    expect((await bob.call('GET /api/me/wallets/:address/key', { address: two.address })).status).toBe(404)
  })
})

describe('sessions', () => {
  test('AUT-03 sessions are listed; a revoked one is refused at once and its sockets close', async () => {
    const account = { handle: 'sam', name: 'Sam', email: 'sam@example.com', password: 'correct horse battery' }
    const here = asCookie(cookieOf((await browser().call('POST /api/accounts', account)).headers))
    const there = asCookie(
      cookieOf((await browser().call('POST /api/sessions', { email: account.email, password: account.password })).headers),
    )
    const socket = await there.socket()
    const closed = new Promise<number>((resolve) => socket.ws.once('close', resolve))
    const sessions = (await here.must('GET /api/sessions')).items
    expect(sessions.map((session) => session.current).sort()).toEqual([false, true])
    const other = sessions.find((session) => !session.current)
    await here.must('DELETE /api/sessions/:sessionId', { sessionId: other?.id as string })
    expect((await there.call('GET /api/me')).status).toBe(401)
    expect(await closed).toBe(1008)
    const stranger = await world().person()
    const [mine] = (await here.must('GET /api/sessions')).items
    expect((await stranger.call('DELETE /api/sessions/:sessionId', { sessionId: mine?.id as string })).status).toBe(404)
  })

  test('AUT-03 a new password ends every session and rotates this one; only hashes of tokens are stored', async () => {
    const account = { handle: 'pat', name: 'Pat', email: 'pat@example.com', password: 'correct horse battery' }
    const here = asCookie(cookieOf((await browser().call('POST /api/accounts', account)).headers))
    expect((await here.call('PUT /api/me/password', { current: 'wrong', next: 'another long password' })).status).toBe(401)
    const changed = await here.call('PUT /api/me/password', { current: account.password, next: 'another long password' })
    expect((await here.call('GET /api/me')).status).toBe(401)
    const fresh = cookieOf(changed.headers)
    expect((await asCookie(fresh).call('GET /api/me')).status).toBe(200)
    const rows = await world().db.sql<{ dump: string }>(`select sessions::text as dump from sessions`)
    expect(rows.some((row) => row.dump.includes(fresh.split('=')[1] as string))).toBe(false)
    expect(String(changed.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/)
  })
})

describe('policy', () => {
  test('AUT-02 every route that needs an account refuses a visitor, and every mutation refuses a foreign origin', async () => {
    for (const contract of world().host.mount.contracts) {
      const [method, path] = contract.route.split(' ') as ['GET', string]
      const url = path.replace(/:(\w+)/g, (_, name: string) =>
        name === 'handle' ? 'nobody' : name === 'address' ? `0x${'0'.repeat(40)}` : '01990000-0000-7000-8000-000000000000',
      )
      if (contract.who === 'account') {
        const answer = await world().host.app.inject({ method, url, ...(method === 'GET' ? {} : { payload: {} }) })
        expect([contract.route, answer.statusCode, answer.json().type]).toEqual([contract.route, 401, '/problems/http/sign-in-required'])
      }
      if (method === 'GET') continue
      for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
        const answer = await world().host.app.inject({ method, url, headers: headers as Record<string, string>, payload: {} })
        expect([contract.route, answer.statusCode]).toEqual([contract.route, 403])
      }
      const form = await world().host.app.inject({ method, url, headers: { 'content-type': 'text/plain' }, payload: '{}' })
      if (contract.route !== 'POST /api/media') expect([contract.route, form.statusCode]).toEqual([contract.route, 415])
    }
  })

  test('AUT-04 one policy for posts, images, polls and channels: a stranger to a locked post is refused by each', async () => {
    const [maya, stranger] = [await world().person(), await world().person()]
    const { aPicture } = await import('../../testing/image.ts')
    const { body: image } = await maya.upload(await aPicture())
    const draft = await maya.upload(await aPicture(10))
    const post = await maya.must('POST /api/posts', {
      text: 'secret',
      audience: 'followers',
      mediaIds: [image.id],
      poll: { options: ['A', 'B'] },
    })
    expect((await stranger.must('GET /api/posts/:postId', { postId: post.id })).locked).toBe(true)
    expect((await stranger.get(post.media[0]?.url as string)).status).toBe(403)
    expect((await stranger.get(draft.body.url)).status).toBe(404)
    expect((await stranger.call('GET /api/polls/:pollId', { pollId: post.poll?.id as string })).status).toBe(403)
    const socket = await stranger.socket()
    expect(await socket.join(`poll:${post.poll?.id}`)).toMatchObject({ type: 'denied', reason: 'not-allowed' })
    expect(await socket.join(`account:${maya.id}`)).toMatchObject({ type: 'denied', reason: 'not-allowed' })
    expect(await socket.join('nonsense:1')).toMatchObject({ type: 'denied', reason: 'unknown-topic' })
    await stranger.must('PUT /api/profiles/:handle/follow', { handle: maya.handle })
    expect((await stranger.must('GET /api/posts/:postId', { postId: post.id })).text).toBe('secret')
    expect((await stranger.get(post.media[0]?.url as string)).status).toBe(200)
    expect((await stranger.call('PATCH /api/posts/:postId', { postId: post.id, text: 'mine' })).status).toBe(403)
    expect((await stranger.call('POST /api/posts', { text: 'x', mediaIds: [draft.body.id] })).status).toBe(404)
    socket.close()
  })
})
