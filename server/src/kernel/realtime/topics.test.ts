import { describe, expect, test } from 'vitest'
import type { Read } from '../ctx.ts'
import { nobody } from '../ctx.ts'
import { topicPolicy } from './topics.ts'

const as = (actor: string | null) => ({ actor, caller: nobody }) as Read

describe('who may hear a topic', () => {
  test('what no module owns is denied, and so is what has no kind', async () => {
    const { verdicts } = topicPolicy()
    expect([...(await verdicts(as('maya'), ['post:1', 'post', ':1', '']))]).toEqual([
      ['post:1', 'unknown-topic'],
      ['post', 'unknown-topic'],
      [':1', 'unknown-topic'],
      ['', 'unknown-topic'],
    ])
  })

  test('all topics of a kind are one question to its guard', async () => {
    const { guard, verdicts } = topicPolicy()
    const asked: (readonly string[])[] = []
    guard('post', async (_read, ids) => {
      asked.push(ids)
      return new Set(ids.filter((id) => id !== '2'))
    })
    guard('account', async ({ actor }, ids) => new Set(ids.filter((id) => id === actor)))
    const answer = await verdicts(as('maya'), ['post:1', 'account:maya', 'post:2', 'account:leo', 'post:3'])
    expect(Object.fromEntries(answer)).toEqual({
      'post:1': 'allowed',
      'post:2': 'not-allowed',
      'post:3': 'allowed',
      'account:maya': 'allowed',
      'account:leo': 'not-allowed',
    })
    expect(asked).toEqual([['1', '2', '3']])
  })

  test('a visitor is told to sign in rather than that it is forbidden', async () => {
    const { guard, verdicts } = topicPolicy()
    guard('account', async () => new Set())
    expect([(await verdicts(as(null), ['account:x'])).get('account:x'), (await verdicts(as('y'), ['account:x'])).get('account:x')]).toEqual(
      ['sign-in', 'not-allowed'],
    )
  })

  test('an id keeps its own colons, and a guard that allows more than was asked gives nothing away', async () => {
    const { guard, verdicts } = topicPolicy()
    guard('chain', async () => new Set(['31337:native', 'everything']))
    expect([...(await verdicts(as('y'), ['chain:31337:native', 'chain:other']))]).toEqual([
      ['chain:31337:native', 'allowed'],
      ['chain:other', 'not-allowed'],
    ])
  })

  test('a guard that fails fails the whole question: nothing is allowed by an accident', async () => {
    const { guard, verdicts } = topicPolicy()
    guard('post', async () => Promise.reject(new Error('database gone')))
    await expect(verdicts(as('y'), ['post:1'])).rejects.toThrow('database gone')
  })
})
