import { accessPassAbi } from '@corefans/chain/abi/access-pass.ts'
import fc from 'fast-check'
import { encodeErrorResult, UserRejectedRequestError } from 'viem'
import { expect, test } from 'vitest'
import { offline } from '../problem.ts'
import { problemOf } from './problem-of.ts'
import { WalletProblem, walletProblems } from './wallet-problem.ts'
import { WrongSecret } from './wrap-key.ts'

test('a refused signature costs nothing, whoever reports it', () => {
  expect(problemOf(new UserRejectedRequestError(new Error('no')))).toEqual({
    code: 'wallet/rejected',
    words: 'You cancelled. Nothing was charged.',
  })
  expect(problemOf({ code: 4001 }).code).toBe('wallet/rejected')
  expect(problemOf(new DOMException('no', 'NotAllowedError')).code).toBe('wallet/passkey-cancelled')
})

test('a refusal of the contract keeps its own code', () => {
  const data = encodeErrorResult({ abi: accessPassAbi, errorName: 'SoldOut' })
  expect(problemOf(Object.assign(new UserRejectedRequestError(new Error('reverted')), { data })).code).toBe('passes/sold-out')
})

test('a lost connection and a wrong secret say that nothing was charged', () => {
  expect(problemOf(offline())).toEqual({ code: 'web/offline', words: 'You seem to be offline. Nothing was charged.' })
  expect(problemOf(new WrongSecret())).toEqual({ code: 'wallet/wrong-secret', words: walletProblems['wallet/wrong-secret'] })
  expect(problemOf(new WalletProblem('wallet/replaced')).code).toBe('wallet/replaced')
})

test('anything at all gets a code and a sentence', () => {
  fc.assert(
    fc.property(fc.anything(), (thrown) => {
      const { code, words } = problemOf(thrown)
      expect(code).toMatch(/^[a-z]+\/[a-z-]+$/)
      expect(words).toMatch(/\.$/)
    }),
  )
})
