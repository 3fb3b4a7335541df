import { expect, test } from 'vitest'
import type { Step } from '../../lib/wallet/transaction.ts'
import { type Setting, wordsOf } from './step-words.ts'

const setting: Setting = { payer: '0x1234…abcd', kind: 'browser', chain: { id: 31337, name: 'CoreFans devnet' } }
const one = 10n ** 18n
const steps: Step[] = [
  { at: 'checking' },
  { at: 'no-wallet' },
  { at: 'insufficient', needWei: 2n * one, haveWei: one / 2n },
  { at: 'review', haveWei: one },
  { at: 'opening', by: 'passkey' },
  { at: 'opening', by: 'browser' },
  { at: 'password', isWrong: true },
  { at: 'wrong-network', chainId: 1 },
  { at: 'signing' },
  { at: 'pending', hash: '0x1', have: 0, needed: 15, isReplaced: true },
  { at: 'pending', hash: '0x1', have: 3, needed: 15, isReplaced: false },
  { at: 'confirmed', hash: '0x1' },
  { at: 'failed', hash: null, problem: { code: 'passes/sold-out', words: 'All passes of this tier are sold.' } },
]

test.each(steps)('$at has an icon, a title and a sentence', (step) => {
  const { icon, title, text } = wordsOf(step, setting)
  expect(icon.length * title.length).toBeGreaterThan(0)
  expect(text).toMatch(/[.…]$/)
})

test('a shortage says what is needed, held and missing', () => {
  expect(wordsOf({ at: 'insufficient', needWei: 2n * one, haveWei: one / 2n }, setting).text).toBe(
    'This takes 2 CORE. Your wallet holds 0.5 CORE; 1.5 CORE is missing.',
  )
})

test('a wrong network names both', () => {
  expect(wordsOf({ at: 'wrong-network', chainId: 1 }, setting).text).toBe(
    'Your wallet is on Ethereum. CoreFans uses CoreFans devnet (31337).',
  )
})
