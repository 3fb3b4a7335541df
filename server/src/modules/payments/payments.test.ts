import type { Hex } from 'viem'
import { expect, test } from 'vitest'
import { nobody, onBehalfOf } from '../../kernel/ctx.ts'
import { payTerms, reorg } from '../../testing/payments.ts'
import { aWallet, core } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'
import { type PaymentRow, type Purpose, promise, purpose } from './index.ts'

const world = useWorld({ ownChain: true })

const heard: [string, PaymentRow[]][] = []
/** Takes notes of what it is handed; `refuses` makes it refuse. */
const notes = (name: string, refuses = () => false): Purpose => ({
  name,
  settled: async (_ctx, its) => {
    if (refuses()) throw new Error('refused')
    heard.push([`${name} settled`, [...its]])
  },
  reversed: async (_ctx, its) => void heard.push([`${name} reversed`, [...its]]),
})
function installed(its: Purpose) {
  for (const host of world().hosts) purpose(host, its)
}
const takeHeard = () => heard.splice(0).map(([what, its]) => [what, its.map(({ gross }) => gross)])

async function people() {
  const [fan, maya] = [await world().person(), await world().person()]
  const [wallet, payee] = [await aWallet(world(), fan), await aWallet(world(), maya)]
  const promised = (name: string, once: boolean, amount = core) =>
    world().host.transact(onBehalfOf(fan.id), async (ctx) => {
      const payeeWallet = payee.account.address.toLowerCase()
      const made = {
        purpose: name,
        payeeId: maya.id,
        payeeWallet,
        currency: 'core' as const,
        amount: amount.toString(),
        subjectId: null,
        once,
      }
      return (await promise(ctx, made)) as NonNullable<Awaited<ReturnType<typeof promise>>>
    })
  return { fan, maya, wallet, promised }
}
const eventsOf = (type: string) =>
  world().db.sql<{ purpose: string; promise: object | null }>(
    `select payload->>'purpose' as purpose, payload->'promise' as promise from outbox where type = $1 order by id`,
    [type],
  )

test('D5 a purpose that comes after all modules hears of its own payments only, once, and of their reversal', async () => {
  const { fan, maya, wallet, promised } = await people()
  installed(notes('gift'))
  const [free, single] = [await promised('gift', false), await promised('gift', true, 2n * core)]
  await payTerms(world(), wallet, free.terms)
  await payTerms(world(), wallet, free.terms) // nobody promised a second: a tip
  await payTerms(world(), wallet, single.terms) // to be paid once, and this says it may come again: a tip
  await payTerms(world(), wallet, single.terms, 'once')
  expect(takeHeard()).toEqual([
    ['gift settled', [core.toString()]],
    ['gift settled', [(2n * core).toString()]],
  ])
  expect((await maya.must('GET /api/me/tips', {})).items.map(({ gross }) => gross.amount)).toEqual([
    (2n * core).toString(),
    core.toString(),
  ])
  expect((await fan.must('GET /api/me/purchases', {})).items).toEqual([])
  await reorg(world(), 1)
  expect(takeHeard()).toEqual([['gift reversed', [(2n * core).toString()]]])
  await payTerms(world(), wallet, single.terms, 'once')
  expect(takeHeard()).toEqual([['gift settled', [(2n * core).toString()]]])
})

test('D5 what a purpose refuses is not taken in, and is handed to it again until it is', async () => {
  const { wallet, promised } = await people()
  let refusals = 0
  installed(notes('ticket', () => ++refusals <= 2))
  const ticket = await promised('ticket', true)
  await payTerms(world(), wallet, ticket.terms, 'once')
  expect([takeHeard(), refusals]).toEqual([[['ticket settled', [core.toString()]]], 3])
})

test('D5 a purpose has one module, and what nobody promised has one purpose', async () => {
  expect(() => purpose(world().host, notes('tip'))).toThrow('two modules')
  expect(() => purpose(world().host, { ...notes('donation'), takesUnpromised: true })).toThrow('second purpose')
})

test('D5 a promise to pay once is the same promise while it is unpaid, per purpose, and fifty at once make one', async () => {
  const { promised } = await people()
  const made = await Promise.all(Array.from({ length: 50 }, () => promised('gift', true)))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  const other = await promised('ticket', true)
  const nonceOf = (ref: string) => BigInt(ref as Hex) & 0xffffn
  expect([nonceOf(made[0]?.terms.ref as string), nonceOf(other.terms.ref)]).toEqual([1n, 2n])
})

test('D5 each payment is told once, with its purpose and its promise', async () => {
  const { fan, maya, wallet, promised } = await people()
  const before = (await eventsOf('payment.settled')).length
  const gift = await promised('gift', false)
  await payTerms(world(), wallet, gift.terms)
  await payTerms(world(), wallet, gift.terms)
  expect((await eventsOf('payment.settled')).slice(before)).toEqual([
    { purpose: 'gift', promise: { payerId: fan.id, payeeId: maya.id } },
    { purpose: 'tip', promise: null },
  ])
  await world().host.transact(nobody, async (ctx) => {
    const [row] = await ctx.sql<{ n: number }>(`select count(*)::int as n from payments where intent_id = $1`, [gift.id])
    expect(row?.n).toBe(1)
  })
})
