import { expect, it } from 'vitest'
import { addressOf } from './api.ts'
import { fieldErrors, sentenceOf, toProblem } from './problem.ts'

it('path fields go into the path, the rest stays', () => {
  expect(addressOf('PUT /api/posts/:postId/like', { postId: 'a/b', more: 1 })).toEqual({
    method: 'PUT',
    path: '/api/posts/a%2Fb/like',
    rest: { more: 1 },
  })
})

it('a problem is known by its code and says what is wrong with each field', () => {
  const problem = toProblem(
    422,
    JSON.stringify({ type: '/problems/http/invalid', title: 'Not valid', issues: [{ path: 'links.2', message: 'no' }] }),
    'r1',
  )
  expect([problem.type, problem.status, problem.requestId]).toEqual(['http/invalid', 422, 'r1'])
  expect(fieldErrors(problem)).toEqual({ 'links.2': 'no' })
})

it('an answer that is no problem+json is still told as one sentence', () => {
  expect(sentenceOf(toProblem(502, '<html>', null))).toBe('Something went wrong on our side')
})
