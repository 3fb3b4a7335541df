import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstStep, mayLeave, next, type Step, type TransactionEvent } from './transaction.ts'

const after = (...events: TransactionEvent[]): Step => events.reduce(next, firstStep)
const funds = (haveWei: bigint): TransactionEvent => ({ is: 'funds', needWei: 10n, haveWei })
const confirm: TransactionEvent = { is: 'confirm', by: 'passkey' }
const ready: TransactionEvent = { is: 'ready' }
const sent: TransactionEvent = { is: 'sent', hash: '0x1', needed: 3 }
const mined = (have: number): TransactionEvent => ({ is: 'mined', have })
const failed: TransactionEvent = { is: 'failed', problem: { code: 'wallet/rejected', words: 'You cancelled.' } }

test('a purchase goes from review over the signature to its last confirmation', () => {
  expect(after(funds(10n))).toEqual({ at: 'review', haveWei: 10n })
  expect(after(funds(10n), confirm)).toEqual({ at: 'opening', by: 'passkey' })
  expect(after(funds(10n), confirm, ready)).toEqual({ at: 'signing' })
  expect(after(funds(10n), confirm, ready, sent, mined(2))).toMatchObject({ at: 'pending', have: 2, needed: 3 })
  expect(after(funds(10n), confirm, ready, sent, mined(3))).toEqual({ at: 'confirmed', hash: '0x1' })
})

test('one wei too little is a shortage, and starting again asks anew', () => {
  expect(after(funds(9n))).toEqual({ at: 'insufficient', needWei: 10n, haveWei: 9n })
  expect(after(funds(9n), confirm)).toMatchObject({ at: 'insufficient' })
  expect(after(funds(9n), { is: 'start' }, funds(10n))).toMatchObject({ at: 'review' })
})

test('without a wallet nothing can be confirmed', () => {
  expect(after({ is: 'no-wallet' }, confirm, ready, sent)).toEqual({ at: 'no-wallet' })
})

test('a wrong password and a wrong network are asked about, not fatal', () => {
  const wrong = after(funds(10n), confirm, { is: 'password-needed', isWrong: true })
  expect(wrong).toEqual({ at: 'password', isWrong: true })
  expect(next(wrong, confirm)).toMatchObject({ at: 'opening' })
  expect(after(funds(10n), confirm, { is: 'wrong-network', chainId: 1 }, ready)).toEqual({ at: 'signing' })
})

test('a sped-up transaction keeps its place; a reorg starts the count again', () => {
  const pending = after(funds(10n), confirm, ready, sent, mined(2))
  expect(next(pending, { is: 'replaced', hash: '0x2' })).toMatchObject({ at: 'pending', hash: '0x2', have: 2, isReplaced: true })
  expect(next(pending, { is: 'reorged' })).toMatchObject({ at: 'pending', hash: '0x1', have: 0 })
})

test('a failure remembers the transaction if there was one, and only a new start leads out', () => {
  expect(after(funds(10n), confirm, failed)).toMatchObject({ at: 'failed', hash: null })
  const reverted = after(funds(10n), confirm, ready, sent, failed)
  expect(reverted).toMatchObject({ at: 'failed', hash: '0x1' })
  expect(next(next(reverted, mined(3)), ready)).toBe(reverted)
  expect(next(reverted, { is: 'start' })).toEqual(firstStep)
})

test('while money is under way a new start is ignored, and only a signature holds the dialog', () => {
  const signing = after(funds(10n), confirm, ready)
  expect(next(signing, { is: 'start' })).toBe(signing)
  expect(mayLeave(signing)).toBe(false)
  expect(mayLeave(next(signing, sent))).toBe(true)
})

const anyEvent: fc.Arbitrary<TransactionEvent> = fc.oneof(
  fc.constantFrom<TransactionEvent>(
    { is: 'start' },
    { is: 'no-wallet' },
    confirm,
    ready,
    sent,
    failed,
    { is: 'reorged' },
    { is: 'wrong-network', chainId: 1 },
    { is: 'password-needed', isWrong: false },
  ),
  fc.bigInt({ min: 8n, max: 12n }).map(funds),
  fc.nat(4).map(mined),
)

test('in no order of events is anything signed that was not reviewed and confirmed, or done that was not sent', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      let step = firstStep
      let seen: string[] = []
      for (const event of events) {
        const now = next(step, event)
        if (now !== step && now.at === 'checking') seen = []
        if (now.at !== step.at) seen.push(now.at)
        if (now.at === 'signing') expect(seen).toEqual(expect.arrayContaining(['review', 'opening']))
        if (now.at === 'confirmed') expect(seen).toEqual(expect.arrayContaining(['signing', 'pending']))
        step = now
      }
    }),
  )
})
