import { describe, expect, test } from 'vitest'
import { declaredProblems, isFull, Outage, Problem, problems, toProblem } from './errors.ts'

const gone = problems('errors-test', { gone: [410, 'It was here'] })

describe('problems', () => {
  test('a table makes problems with its module’s name, its status and its words', () => {
    const problem = gone.gone({ since: 'yesterday' })
    expect(problem).toBeInstanceOf(Problem)
    expect([problem.code, problem.status, problem.title, problem.meta]).toEqual([
      'errors-test/gone',
      410,
      'It was here',
      { since: 'yesterday' },
    ])
    expect(declaredProblems()).toContainEqual({ module: 'errors-test', rows: { gone: [410, 'It was here'] } })
  })

  test('a problem is RFC 9457: type, title, status, the address it is about, and what the caller needs to go on', () => {
    expect(toProblem(gone.gone({ since: 'yesterday' }), '/api/x', 'r1')).toEqual({
      type: '/problems/errors-test/gone',
      title: 'It was here',
      status: 410,
      instance: '/api/x',
      since: 'yesterday',
    })
  })

  test('an outage says try again and not what is down; a fault says nothing of its insides', () => {
    const secret = 'password authentication failed for user "corefans" at select * from sessions'
    const outage = toProblem(new Outage('the database', new Error(secret)), '/api/x', 'r1')
    const fault = toProblem(Object.assign(new Error(secret), { status: 418, meta: { secret } }), '/api/x', 'r2')
    expect([outage.status, outage['requestId'], fault.status, fault['requestId']]).toEqual([503, 'r1', 500, 'r2'])
    expect(JSON.stringify([outage, fault])).not.toMatch(/password|sessions|database/)
    for (const thrown of [null, undefined, 'text', { code: 'x', status: 200 }]) expect(toProblem(thrown, '/', 'r').status).toBe(500)
  })

  test('a full disk is known by its code, here and under the database', () => {
    expect(['ENOSPC', 'EDQUOT', '53100', 'ENOENT'].map((code) => isFull(Object.assign(new Error(code), { code })))).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect([null, undefined, 'ENOSPC', {}].map(isFull)).toEqual([false, false, false, false])
  })
})
