import fc from 'fast-check'
import { BaseError, ChainMismatchError, encodeErrorResult, HttpRequestError, InsufficientFundsError, UserRejectedRequestError } from 'viem'
import { expect, test } from 'vitest'
import { accessPassAbi } from './abi/access-pass.ts'
import { devnet } from './chains.ts'
import { codeOfRevert, problemOf } from './errors.ts'

const wrapped = (cause: Error) => new BaseError('outer', { cause: new BaseError('inner', { cause }) })

test.each([
  ['wallet/rejected', new UserRejectedRequestError(new Error('no'))],
  ['wallet/insufficient-funds', new InsufficientFundsError()],
  ['wallet/wrong-chain', new ChainMismatchError({ chain: devnet, currentChainId: 1 })],
  ['chain/unreachable', new HttpRequestError({ url: 'http://127.0.0.1:1' })],
] as const)('%s is found however deep it lies', (code, cause) => {
  expect(problemOf(wrapped(cause)).code).toBe(code)
  expect(problemOf(cause).code).toBe(code)
})

test('a browser wallet’s plain objects are understood', () => {
  expect(problemOf({ code: 4001 }).code).toBe('wallet/rejected')
  expect(problemOf({ code: 4902 }).code).toBe('wallet/wrong-chain')
})

test.each([
  ['wallet/waiting', -32002],
  ['wallet/no-account', 4100],
  ['wallet/disconnected', 4900],
  ['wallet/wrong-chain', 4901],
  ['wallet/cannot', 4200],
  ['chain/busy', -32005],
] as const)('UXP-04 %s is what a wallet means by %i, thrown plainly, wrapped by another or by viem', (code, number) => {
  const thrown = { code: number, message: 'Resource unavailable' }
  for (const error of [thrown, { code: -32603, data: { originalError: thrown } }, wrapped(Object.assign(new Error('no'), thrown))])
    expect(problemOf(error)).toMatchObject({ code, words: expect.stringMatching(/\.$/) })
})

test('revert data is found where nodes and wallets put it', () => {
  const data = encodeErrorResult({ abi: accessPassAbi, errorName: 'SoldOut' })
  expect(codeOfRevert(data)).toBe('passes/sold-out')
  expect(problemOf(wrapped(Object.assign(new Error('reverted'), { data }))).code).toBe('passes/sold-out')
  expect(problemOf(wrapped(Object.assign(new Error('reverted'), { data: { data } }))).code).toBe('passes/sold-out')
})

test('what is none of ours is said to be unknown, and nothing breaks', () => {
  expect(codeOfRevert('0xdeadbeef')).toBe('chain/reverted')
  fc.assert(fc.property(fc.anything(), (error) => problemOf(error).words.length > 0))
})
