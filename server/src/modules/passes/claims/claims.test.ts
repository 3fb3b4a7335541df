import { createHash, randomBytes } from 'node:crypto'
import { cancelVouchers, forAnyone, type GiveMint, giveMint, signVoucher } from '@corefans/chain/actions/give-mint.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { problemOf } from '@corefans/chain/errors.ts'
import type { ClaimLinkView, VoucherView } from '@corefans/shared/contracts/claims.ts'
import { getAddress } from 'viem'
import { getBlock } from 'viem/actions'
import { beforeAll, describe, expect, test } from 'vitest'
import { reading } from '../../../demo/chain.ts'
import { reorg } from '../../../testing/payments.ts'
import type { Person } from '../../../testing/person.ts'
import { aTier, aWallet, settle, type Tier } from '../../../testing/wallet.ts'
import { useWorld } from '../../../testing/world.ts'

const world = useWorld({ ownChain: true })
const nowS = async () => (await getBlock(reading(world().rpcUrl))).timestamp
let maya: Person
let maker: SigningClient
let tier: Tier

beforeAll(async () => {
  maya = await world().person()
  maker = await aWallet(world(), maya)
  tier = await aTier(world(), maker)
})

type Over = { uses?: number; price?: bigint; deadline?: bigint; by?: SigningClient; tier?: Tier }

/** What the page posts: vouchers of one word, signed, and the hash of a secret that only the link has. */
async function words({ uses = 1, price = 0n, deadline, by = maker, tier: of = tier }: Over = {}) {
  const secret = randomBytes(16).toString('base64url')
  const word = BigInt(`0x${randomBytes(8).toString('hex')}`)
  const until = deadline ?? (await nowS()) + 3_600n
  const sign = (n: number) => {
    const voucher = { tierId: of.tierId, to: forAnyone, price, nonce: (word << 8n) | BigInt(n), deadline: until }
    return signVoucher(by, { pass: of.pass, voucher })
  }
  const signatures = await Promise.all(Array.from({ length: uses }, (_voucher, n) => sign(n)))
  const terms = { tierId: of.tierId, price: price.toString(), deadline: Number(until), word: word.toString(), greeting: 'For you' }
  const secretHash = createHash('sha256').update(secret).digest('hex')
  return { secret, body: { collection: of.pass, ...terms, secretHash, signatures } }
}

async function aLink(over: Over = {}): Promise<{ link: ClaimLinkView; secret: string }> {
  const { secret, body } = await words(over)
  return { secret, link: await maya.must('POST /api/me/claim-links', body) }
}
const given = (voucher: VoucherView): GiveMint => ({
  pass: getAddress(voucher.collection),
  voucher: {
    ...{ tierId: voucher.tierId, to: forAnyone, price: BigInt(voucher.price.amount) },
    ...{ nonce: BigInt(voucher.nonce), deadline: BigInt(voucher.deadline) },
  },
  signature: voucher.signature as `0x${string}`,
})
const use = async (wallet: SigningClient, voucher: VoucherView) => settle(world(), await giveMint(wallet, given(voucher)))
const claim = (person: Person, { link, secret }: { link: ClaimLinkView; secret: string }) =>
  person.call('POST /api/claims/:linkId', { linkId: link.id, secret })
const stateFor = async (person: Person, { link }: { link: ClaimLinkView }) => person.must('GET /api/claims/:linkId', { linkId: link.id })
const refused = (reason: string, status: number) => ({ status, body: { type: `/problems/passes/${reason}` } })
const someone = async () => {
  const person = await world().person()
  return { person, wallet: await aWallet(world(), person) }
}

describe('claim links', () => {
  test('TOK-06 a claim link gives a pass to whoever brings its secret, and says so to everybody after', async () => {
    const made = await aLink()
    expect(made.link).toMatchObject({ uses: 1, used: 0, loose: 0, state: 'open', greeting: 'For you', price: { amount: '0' } })
    const post = await maya.must('POST /api/posts', { text: 'secret', audience: { anyOf: [[{ kind: 'pass' }]] } })
    const { person, wallet } = await someone()
    expect(await stateFor(world().visitor, made)).toMatchObject({ state: 'open', tier: { creator: { handle: maya.handle } } })
    expect((await claim(world().visitor, made)).status).toBe(401)
    const { status, body } = await claim(person, made)
    expect(status).toBe(200)
    await use(wallet, body)
    expect((await person.must('GET /api/posts/:postId', { postId: post.id })).text).toBe('secret')
    expect(await stateFor(person, made)).toMatchObject({ state: 'used', viewer: { hasClaimed: true, isMine: false } })
    expect(await claim((await someone()).person, made)).toMatchObject(refused('claim-used', 410))
    expect(await claim(person, made)).toMatchObject(refused('already-claimed', 409))
    const [mine] = (await maya.must('GET /api/me/claim-links')).items
    expect(mine).toMatchObject({ id: made.link.id, used: 1, loose: 0, state: 'used' })
  })

  test('TOK-06 ten people at once claim a link for one: one is given the voucher, and ten who have it make one pass', async () => {
    const made = await aLink()
    const people = await Promise.all(Array.from({ length: 10 }, someone))
    const answers = await Promise.all(people.map(({ person }) => claim(person, made)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
    const voucher = answers.find(({ status }) => status === 200)?.body as VoucherView
    const minted = await Promise.allSettled(people.map(({ wallet }) => giveMint(wallet, given(voucher))))
    const hashes = minted.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const settled = await Promise.allSettled(hashes.map((hash) => settle(world(), hash)))
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const held = await Promise.all(people.map(async ({ person }) => (await person.must('GET /api/me/passes')).items.length))
    expect(held.reduce((sum, n) => sum + n, 0)).toBe(1)
  })

  test('TOK-06 a link for three gives three, one to a person; the same person asked twice has the same voucher', async () => {
    const made = await aLink({ uses: 3 })
    const [a, b] = [await someone(), await someone()]
    const first = (await claim(a.person, made)).body
    expect((await claim(a.person, made)).body).toMatchObject({ nonce: first.nonce, signature: first.signature })
    expect((await claim(b.person, made)).body.nonce).not.toBe(first.nonce)
    await use(a.wallet, first)
    expect(await claim(a.person, made)).toMatchObject(refused('already-claimed', 409))
    expect((await maya.must('GET /api/me/claim-links', { limit: 1 })).items).toMatchObject([{ used: 1, loose: 1, state: 'open' }])
  })

  test('TOK-06 what somebody let lie for ten minutes is given to the next', async () => {
    const made = await aLink()
    const [a, b] = [await someone(), await someone()]
    await claim(a.person, made)
    expect(await claim(b.person, made)).toMatchObject(refused('claim-busy', 409))
    await world().visitor.must('POST /api/demo/clock', { advanceMs: 10 * 60_000 + 1_000 })
    expect((await claim(b.person, made)).status).toBe(200)
  })

  test('TOK-06 an expired link says so, and the contract too', async () => {
    const made = await aLink({ deadline: (await nowS()) + 900n })
    const { person, wallet } = await someone()
    const { body } = await claim(person, made)
    await world().visitor.must('POST /api/demo/clock', { advanceMs: 901_000 })
    expect(await claim(person, made)).toMatchObject(refused('claim-expired', 410))
    expect((await stateFor(person, made)).state).toBe('expired')
    expect(
      await giveMint(wallet, given(body)).then(
        () => null,
        (error: unknown) => problemOf(error).code,
      ),
    ).toBe('passes/voucher-expired')
  })

  test('TOK-06 a revoked link gives nothing more; what is out is withdrawn on the chain', async () => {
    const made = await aLink({ uses: 2 })
    const { person, wallet } = await someone()
    const { body } = await claim(person, made)
    expect((await (await someone()).person.call('DELETE /api/me/claim-links/:linkId', { linkId: made.link.id })).status).toBe(404)
    const revoked = await maya.must('DELETE /api/me/claim-links/:linkId', { linkId: made.link.id })
    expect(revoked).toMatchObject({ state: 'revoked', loose: 1 })
    expect(await claim(person, made)).toMatchObject(refused('claim-revoked', 410))
    const [word, mask] = [BigInt(revoked.word), BigInt(revoked.mask)]
    await settle(world(), await cancelVouchers(maker, { pass: tier.pass, word, mask }))
    await expect(giveMint(wallet, given(body))).rejects.toThrow(/VoucherSpent/)
    expect((await maya.must('GET /api/me/claim-links', { limit: 1 })).items).toMatchObject([{ loose: 0, used: 0, state: 'revoked' }])
  })

  test('TOK-06 after a reorg of the claim the link is open again, and its pass is nobody’s', async () => {
    const made = await aLink()
    const { person, wallet } = await someone()
    await use(wallet, (await claim(person, made)).body)
    await reorg(world(), 1)
    expect((await stateFor(person, made)).state).toBe('open')
    expect((await person.must('GET /api/me/passes')).items).toEqual([])
    await use(wallet, (await claim(person, made)).body)
    expect((await stateFor(person, made)).state).toBe('used')
  })

  test('TOK-06 the secret is kept nowhere, and a wrong one opens nothing', async () => {
    const made = await aLink()
    const rows = await world().db.sql<{ all: string }>(
      `select (select json_agg(l)::text from claim_links l) || (select json_agg(k)::text from idempotency_keys k) as all`,
    )
    expect(JSON.stringify([rows, made.link])).not.toContain(made.secret)
    const { person } = await someone()
    expect(await claim(person, { ...made, secret: randomBytes(16).toString('base64url') })).toMatchObject(refused('unknown-link', 404))
    expect(JSON.stringify(await stateFor(person, made))).not.toContain('signature')
  })

  test('vouchers that the contract would refuse are refused; the same link twice is one', async () => {
    const make = (person: Person, body: object) => person.call('POST /api/me/claim-links', body as never)
    const stranger = await someone()
    const good = (await words()).body
    expect(await make(stranger.person, good)).toMatchObject(refused('not-your-collection', 403))
    expect(await make(maya, (await words({ by: stranger.wallet })).body)).toMatchObject(refused('bad-voucher', 422))
    expect(await make(maya, { ...good, price: '20' })).toMatchObject(refused('bad-voucher', 422))
    expect(await make(maya, { ...good, price: '21' })).toMatchObject({ status: 422, body: { why: 'price' } })
    expect(await make(maya, (await words({ deadline: 5n })).body)).toMatchObject({ status: 422, body: { why: 'over' } })
    const far = (await nowS()) + 400n * 86_400n
    expect(await make(maya, (await words({ deadline: far })).body)).toMatchObject({ status: 422, body: { why: 'too-far' } })
    expect(await make(maya, { ...good, tierId: 9 })).toMatchObject(refused('unknown-tier', 422))
    expect((await make(maya, (await words({ uses: 21 })).body)).status).toBe(422)
    const first = await make(maya, good)
    expect([first.status, (await make(maya, good)).body]).toEqual([201, first.body])
    expect(await make(maya, { ...good, secretHash: 'a'.repeat(64) })).toMatchObject(refused('link-taken', 409))
  })

  test('a link of a tier that is sold out says so', async () => {
    const other = await someone()
    const small = await aTier(world(), other.wallet, { maxSupply: 1 })
    const { secret, body } = await words({ uses: 2, tier: small, by: other.wallet })
    const link = await other.person.must('POST /api/me/claim-links', body)
    const [a, b] = [await someone(), await someone()]
    await use(a.wallet, (await claim(a.person, { link, secret })).body)
    expect(await claim(b.person, { link, secret })).toMatchObject(refused('sold-out', 410))
    expect((await stateFor(b.person, { link })).state).toBe('sold-out')
  })
})
