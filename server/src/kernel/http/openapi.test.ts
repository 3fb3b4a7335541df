import { contract } from '@corefans/shared/contract.ts'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { problems } from '../errors.ts'
import { openApi } from './openapi.ts'

problems('openapi-test', { gone: [410, 'It was here'], late: [409, 'Too late'], early: [409, 'Too early'] })
const read = contract('GET /api/things/:id/parts', {
  summary: 'Parts of a thing',
  who: 'public',
  input: z.strictObject({ id: z.uuid(), limit: z.number().int().max(50).default(20), cursor: z.string().optional() }),
  output: z.object({ items: z.array(z.string()) }),
  problems: ['openapi-test/gone'],
})
const write = contract('POST /api/things', {
  summary: 'Makes a thing',
  who: 'account',
  input: z.strictObject({ name: z.string(), note: z.string().optional() }),
  output: z.null(),
  status: 204,
  problems: ['openapi-test/late', 'openapi-test/early'],
  actFor: 'write',
})
type Operation = { parameters: { name: string; in: string; required: boolean }[]; [key: string]: unknown }
const document = openApi([read, write], 'https://corefans.example')
const at = (path: string, method: string) => (document['paths'] as Record<string, Record<string, Operation>>)[path]?.[method] as Operation

describe('the OpenAPI document', () => {
  test('says where what is asked stands: in the path, which is required, or in the query', () => {
    const { parameters, requestBody } = at('/api/things/{id}/parts', 'get')
    expect(parameters.map(({ name, in: where, required }) => [name, where, required])).toEqual([
      ['id', 'path', true],
      ['limit', 'query', false],
      ['cursor', 'query', false],
    ])
    expect(requestBody).toBeUndefined()
  })

  test('gives a change its body, which takes no other field', () => {
    expect(at('/api/things', 'post')['requestBody']).toMatchObject({
      required: true,
      content: { 'application/json': { schema: { additionalProperties: false, required: ['name'] } } },
    })
  })

  test('says who may call, and for whom', () => {
    expect([at('/api/things/{id}/parts', 'get')['security'], at('/api/things', 'post')['security']]).toEqual([[], [{ session: [] }]])
    expect(at('/api/things', 'post').parameters).toMatchObject([{ in: 'header', required: false }])
  })

  test('lists answers by status, several problems of one together, and the ones that any call may have', () => {
    const { responses } = at('/api/things', 'post') as unknown as { responses: Record<string, { description: string }> }
    expect(Object.keys(responses).sort()).toEqual(['204', '409', '4XX', '503'])
    expect(responses['409']?.description).toBe('openapi-test/late, openapi-test/early')
    expect(at('/api/things/{id}/parts', 'get')['responses']).toMatchObject({ '200': {}, '410': { description: 'openapi-test/gone' } })
  })
})
