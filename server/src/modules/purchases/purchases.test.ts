import { randomUUID } from 'node:crypto'
import { payOnce } from '@corefans/chain/actions/tip.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { problemOf } from '@corefans/chain/errors.ts'
import type { Address, Hex } from 'viem'
import { expect, test } from 'vitest'
import { payTerms, reorg, someDollars } from '../../testing/payments.ts'
import type { Person } from '../../testing/person.ts'
import { aWallet, core } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
type Someone = { person: Person; wallet: SigningClient }

async function someone(): Promise<Someone> {
  const person = await world().person()
  return { person, wallet: await aWallet(world(), person) }
}
async function aPostFor(seller: Person, currency: 'core' | 'usd', amount: bigint) {
  const price = { kind: 'purchase' as const, currency, amount: amount.toString() }
  return seller.must('POST /api/posts', { text: 'the secret recipe', audience: { anyOf: [[price]] } })
}
const invoiceFor = (buyer: Person, postId: string, key: string = randomUUID()) =>
  buyer.call('POST /api/posts/:postId/purchase', { postId }, { 'idempotency-key': key })
const isLocked = async (person: Person, postId: string) => (await person.must('GET /api/posts/:postId', { postId })).locked

test('a post sold by itself opens for whoever paid, at once, and for nobody else', async () => {
  const [maya, fan, other] = [await someone(), await someone(), await someone()]
  const post = await aPostFor(maya.person, 'core', 2n * core)
  const shut = await fan.person.must('GET /api/posts/:postId', { postId: post.id })
  expect(shut).toMatchObject({ locked: true, unlock: { price: { amount: (2n * core).toString(), decimals: 18 } } })
  expect(JSON.stringify(shut)).not.toContain('secret')
  const socket = await fan.person.socket()
  await socket.join(`account:${fan.person.id}`)
  const { body: invoice } = await invoiceFor(fan.person, post.id)
  await payTerms(world(), fan.wallet, invoice.terms, 'once')
  await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'access.changed')
  socket.close()
  expect((await fan.person.must('GET /api/posts/:postId', { postId: post.id })).text).toBe('the secret recipe')
  expect(await isLocked(other.person, post.id)).toBe(true)
  expect((await fan.person.must('GET /api/me/purchases', {})).items).toMatchObject([
    { postId: post.id, state: 'confirmed', seller: { id: maya.person.id } },
  ])
  expect((await invoiceFor(fan.person, post.id)).body.type).toBe('/problems/purchases/already-open')
  await world().settled()
  expect((await maya.person.must('GET /api/notifications', {})).items[0]?.text).toBe('unlocked your post for 2 CORE')
})

test('PAY-06 asking and paying again charges once: the same invoice, and the contract refuses its second payment', async () => {
  const [maya, fan] = [await someone(), await someone()]
  const post = await aPostFor(maya.person, 'core', core)
  const [{ body: first }, { body: second }] = [await invoiceFor(fan.person, post.id), await invoiceFor(fan.person, post.id)]
  expect(second).toEqual(first)
  const at = {
    payments: first.terms.payments as Address,
    payee: first.terms.payee as Address,
    ref: first.terms.ref as Hex,
    amountWei: core,
  }
  await payTerms(world(), fan.wallet, first.terms, 'once')
  const refused = await payOnce(fan.wallet, at).catch((error: unknown) => problemOf(error).code)
  expect(refused).toBe('payments/already-paid')
})

test('fifty requests at once make one invoice, and invoices of one buyer have nonces of their own', async () => {
  const [maya, fan] = [await someone(), await someone()]
  const [one, two] = [await aPostFor(maya.person, 'core', core), await aPostFor(maya.person, 'core', core)]
  const answers = await Promise.all(Array.from({ length: 50 }, () => invoiceFor(fan.person, one.id)))
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  const { body: other } = await invoiceFor(fan.person, two.id)
  expect(BigInt(other.terms.ref) & 0xffffn).toBe(2n)
})

test('dollars buy too; a price that changed makes another invoice, and what was paid stays paid', async () => {
  const [maya, fan, late] = [await someone(), await someone(), await someone()]
  await someDollars(world(), fan.wallet)
  const post = await aPostFor(maya.person, 'usd', 3_000_000n)
  const { body: invoice } = await invoiceFor(fan.person, post.id)
  const { body: old } = await invoiceFor(late.person, post.id)
  await payTerms(world(), fan.wallet, invoice.terms, 'once')
  const dearer = { anyOf: [[{ kind: 'purchase' as const, currency: 'usd' as const, amount: '9000000' }]] }
  await maya.person.must('PATCH /api/posts/:postId', { postId: post.id, audience: dearer })
  expect(await isLocked(fan.person, post.id)).toBe(false)
  const { body: fresh } = await invoiceFor(late.person, post.id)
  expect([fresh.id === old.id, fresh.terms.gross.amount]).toEqual([false, '9000000'])
})

test('a payment that does not fit its invoice opens nothing and is a tip', async () => {
  const [maya, fan] = [await someone(), await someone()]
  const post = await aPostFor(maya.person, 'core', core)
  const { body: invoice } = await invoiceFor(fan.person, post.id)
  const less = { ...invoice.terms, gross: { ...invoice.terms.gross, amount: (core - 1n).toString() } }
  await payTerms(world(), fan.wallet, less, 'once')
  expect(await isLocked(fan.person, post.id)).toBe(true)
  expect((await fan.person.must('GET /api/me/tips', { side: 'given' })).items).toMatchObject([
    { gross: { amount: (core - 1n).toString() } },
  ])
  expect((await fan.person.must('GET /api/me/purchases', {})).items).toEqual([])
})

test('somebody else may pay the invoice: it opens for whom it was made out to', async () => {
  const [maya, fan, friend] = [await someone(), await someone(), await someone()]
  const post = await aPostFor(maya.person, 'core', core)
  const { body: invoice } = await invoiceFor(fan.person, post.id)
  await payTerms(world(), friend.wallet, invoice.terms, 'once')
  expect([await isLocked(fan.person, post.id), await isLocked(friend.person, post.id)]).toEqual([false, true])
  await payTerms(world(), fan.wallet, invoice.terms, 'once')
  expect((await fan.person.must('GET /api/me/tips', { side: 'given' })).items).toHaveLength(1)
})

test('a reorg that takes a payment back takes the right back, and paying again gives it again', async () => {
  const [maya, fan] = [await someone(), await someone()]
  const post = await aPostFor(maya.person, 'core', core)
  const { body: invoice } = await invoiceFor(fan.person, post.id)
  await payTerms(world(), fan.wallet, invoice.terms, 'once')
  expect(await isLocked(fan.person, post.id)).toBe(false)
  await reorg(world(), 1)
  expect(await isLocked(fan.person, post.id)).toBe(true)
  expect((await fan.person.must('GET /api/me/purchases', {})).items).toMatchObject([{ state: 'reversed' }])
  await payTerms(world(), fan.wallet, invoice.terms, 'once')
  expect(await isLocked(fan.person, post.id)).toBe(false)
})

test('holders of a pass need not pay for a post that sells by itself as well', async () => {
  const [maya, fan] = [await someone(), await someone()]
  const { aTier, buy } = await import('../../testing/wallet.ts')
  const tier = await aTier(world(), maya.wallet)
  const either = { anyOf: [[{ kind: 'pass' as const }], [{ kind: 'purchase' as const, currency: 'core' as const, amount: '100' }]] }
  const post = await maya.person.must('POST /api/posts', { text: 'both ways', audience: either })
  const shut = await fan.person.must('GET /api/posts/:postId', { postId: post.id })
  expect([shut.unlock?.price?.amount, shut.unlock?.tiers.length]).toEqual(['100', 1])
  await buy(world(), fan.wallet, tier)
  expect(await isLocked(fan.person, post.id)).toBe(false)
})

test('what cannot be bought is refused with its reason', async () => {
  const [maya, fan] = [await someone(), await someone()]
  const free = await maya.person.must('POST /api/posts', { text: 'free' })
  const sold = await aPostFor(maya.person, 'core', core)
  const poor = await world().person()
  const theirs = await aPostFor(poor, 'core', core)
  expect((await invoiceFor(fan.person, free.id)).body.type).toBe('/problems/purchases/not-for-sale')
  expect((await invoiceFor(maya.person, sold.id)).body.type).toBe('/problems/purchases/already-open')
  expect((await invoiceFor(fan.person, theirs.id)).body.type).toBe('/problems/purchases/no-wallet')
  expect((await invoiceFor(fan.person, randomUUID())).body.type).toBe('/problems/purchases/unknown')
})
