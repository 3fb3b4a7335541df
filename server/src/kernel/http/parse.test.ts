import { contract } from '@corefans/shared/contract.ts'
import fastify, { type FastifyRequest } from 'fastify'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Problem } from '../errors.ts'
import { parseInput, serializerSchema } from './parse.ts'

const edit = contract('PATCH /api/things/:id', {
  summary: 'Edits a thing',
  who: 'account',
  input: z.strictObject({ id: z.string(), name: z.string().max(5).optional(), n: z.coerce.number().optional() }),
  output: z.object({ id: z.string(), tags: z.array(z.object({ name: z.string() })), note: z.string().nullable() }),
  problems: [],
})
const parse = (req: { body?: unknown; query?: object; params?: object }) =>
  parseInput(edit, { body: undefined, query: {}, params: {}, ...req } as FastifyRequest)
const issuesOf = (req: Parameters<typeof parse>[0]) => {
  try {
    return parse(req)
  } catch (err) {
    return [(err as Problem).code, (err as Problem).meta['issues']]
  }
}

describe('an input', () => {
  test('is one object of path, query and body, and the path wins: nobody names another thing than the address does', () => {
    expect(parse({ params: { id: 'mine' }, query: { id: 'query', n: '3' }, body: { id: 'yours', name: 'x' } })).toEqual({
      id: 'mine',
      name: 'x',
      n: 3,
    })
    expect(parse({ params: { id: 'mine' } })).toEqual({ id: 'mine' })
  })

  test('has no field that the contract does not name, wherever it stands', () => {
    for (const more of [{ body: { isAdmin: true } }, { query: { isAdmin: 'true' } }])
      expect(issuesOf({ params: { id: 'a' }, ...more })).toMatchObject([
        'http/invalid-input',
        [{ message: expect.stringContaining('isAdmin') }],
      ])
  })

  test.each([[[1, 2]], ['text'], [7], [null], [true]])('whose body is %j is refused before anything looks into it', (body) => {
    expect(issuesOf({ params: { id: 'a' }, body })).toEqual(['http/invalid-input', [{ path: '', message: 'must be an object' }]])
  })

  test('that is wrong in many places tells each with its path, and no more than twenty', () => {
    expect(issuesOf({ body: { name: 'too long' } })).toMatchObject(['http/invalid-input', [{ path: 'id' }, { path: 'name' }]])
    const many = contract('POST /api/x', {
      summary: '',
      who: 'public',
      input: z.strictObject({ list: z.array(z.number()) }),
      output: z.object({}),
      problems: [],
    })
    const body = { list: Array.from({ length: 50 }, () => 'x') }
    expect(() => parseInput(many, { body, query: {}, params: {} } as FastifyRequest)).toThrow(
      expect.objectContaining({ meta: { issues: expect.objectContaining({ length: 20 }) } }),
    )
  })
})

test('what a contract’s output does not name cannot leave, at any depth', async () => {
  const app = fastify()
  const kept = { id: 'a', tags: [{ name: 't' }], note: null }
  app.get('/', { schema: { response: { 200: serializerSchema(edit) } } }, async () => ({
    ...kept,
    passwordHash: 'secret',
    tags: [{ name: 't', ownerEmail: 'secret@example.org' }],
  }))
  const answer = await app.inject('/')
  await app.close()
  expect([answer.json(), answer.body.includes('secret')]).toEqual([kept, false])
})
