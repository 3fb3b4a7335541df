import { randomUUID } from 'node:crypto'
import { getBalance } from 'viem/actions'
import { expect, test } from 'vitest'
import { reading } from '../../demo/chain.ts'
import { codeAt, someDollars, tipTo } from '../../testing/payments.ts'
import { aWallet, core } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()

async function someone() {
  const person = await world().person()
  return { person, wallet: await aWallet(world(), person) }
}
const key = () => ({ 'idempotency-key': randomUUID() })

test('PAY-01 PAY-02 a fan tips another fan in coins and in dollars; both are delivered less 5 %, listed, and told', async () => {
  const [alice, bob] = [await someone(), await someone()]
  await someDollars(world(), alice.wallet)
  const post = await bob.person.must('POST /api/posts', { text: 'a song' })
  const to = { handle: bob.person.handle, postId: post.id }
  const before = await getBalance(reading(world().rpcUrl), bob.wallet.account)
  const socket = await bob.person.socket()
  await socket.join(`post:${post.id}`)
  const coins = await tipTo(world(), alice, to, { currency: 'core', amount: core.toString() })
  await socket.heard(
    (frame) => frame.type === 'event' && frame.event.type === 'tip.seen' && frame.event.tips === 1 && frame.event.subjectId === post.id,
  )
  socket.close()
  const dollars = await tipTo(world(), alice, to, { currency: 'usd', amount: '5000000' })
  expect((await getBalance(reading(world().rpcUrl), bob.wallet.account)) - before).toBe((core * 95n) / 100n)
  const { items } = await bob.person.must('GET /api/me/tips', { side: 'received' })
  expect(
    items.map(({ gross, fee, net, txHash, payer }) => [gross.amount, fee.amount, net.amount, gross.decimals, txHash, payer?.handle]),
  ).toEqual([
    ['5000000', '250000', '4750000', 6, dollars.hash, alice.person.handle],
    [core.toString(), (core / 20n).toString(), ((core * 95n) / 100n).toString(), 18, coins.hash, alice.person.handle],
  ])
  expect((await alice.person.must('GET /api/me/tips', { side: 'given' })).items).toEqual(items)
  expect((await world().visitor.must('GET /api/posts/:postId', { postId: post.id })).counts.tips).toBe(2)
  await world().settled()
  const told = await bob.person.must('GET /api/notifications', { tab: 'money' })
  expect(told.items.map(({ text, actors }) => [text, actors[0]?.handle])).toEqual([
    ['tipped you 5 tUSD', alice.person.handle],
    ['tipped you 1 CORE', alice.person.handle],
  ])
})

test('a promise says the fee before anything is paid, and a repeated click is the same promise', async () => {
  const [alice, bob] = [await someone(), await someone()]
  const once = key()
  const ask = () => alice.person.call('POST /api/tips', { handle: bob.person.handle, currency: 'core', amount: '1000' }, once)
  const [first, second] = [await ask(), await ask()]
  expect(first.body.terms).toMatchObject({ fee: { amount: '50' }, net: { amount: '950' }, feeBps: 500, token: null })
  expect(second.body).toEqual(first.body)
  const bare = await alice.person.call('POST /api/tips', { handle: bob.person.handle, currency: 'core', amount: '1000' })
  expect(bare.body.type).toBe('/problems/http/idempotency-key-required')
})

test('what cannot be tipped is refused with its reason', async () => {
  const [alice, bob] = [await someone(), await someone()]
  const poor = await world().person()
  const post = await bob.person.must('POST /api/posts', { text: 'x' })
  const ask = async (body: object) =>
    (await alice.person.call('POST /api/tips', { handle: bob.person.handle, currency: 'core', amount: '1', ...body } as never, key())).body
      .type
  expect(await ask({ handle: alice.person.handle })).toBe('/problems/tips/yourself')
  expect(await ask({ handle: poor.handle })).toBe('/problems/tips/no-wallet')
  expect(await ask({ handle: 'nobodyhere' })).toBe('/problems/profiles/unknown')
  expect(await ask({ handle: poor.handle, postId: post.id })).toBe('/problems/tips/unknown-post')
  for (const amount of ['0', '-1', '1.5', '1e3', '01', '9'.repeat(30)]) expect(await ask({ amount })).toBe('/problems/http/invalid-input')
  expect((await bob.person.call('GET /api/tips/:intentId', { intentId: randomUUID() })).body.type).toBe('/problems/tips/unknown')
})

test('somebody else’s promise is nobody’s business', async () => {
  const [alice, bob] = [await someone(), await someone()]
  const { id } = await tipTo(world(), alice, { handle: bob.person.handle }, { currency: 'core', amount: '100' })
  expect((await alice.person.must('GET /api/tips/:intentId', { intentId: id })).state).toBe('confirmed')
  expect((await bob.person.call('GET /api/tips/:intentId', { intentId: id })).body.type).toBe('/problems/tips/unknown')
})

test('a payee that cannot receive is credited in the contract, and told so', async () => {
  const [alice, bob] = [await someone(), await someone()]
  await codeAt(world(), bob.wallet.account.address, '0x60006000fd')
  await tipTo(world(), alice, { handle: bob.person.handle }, { currency: 'core', amount: core.toString() })
  const { items } = await bob.person.must('GET /api/me/tips', { side: 'received' })
  expect(items[0]?.delivered).toBe(false)
  await world().settled()
  expect((await bob.person.must('GET /api/notifications', { tab: 'money' })).items[0]?.text).toContain('waits in the contract')
})
