import { actingAsHeader } from '@corefans/shared/acting.ts'
import type { Contract } from '@corefans/shared/contract.ts'
import { z } from 'zod'
import { declaredProblems } from '../errors.ts'

type Json = Record<string, unknown>
const hasBody = new Set(['POST', 'PUT', 'PATCH'])

/** OpenAPI 3.1 from the contracts: the same objects that parse and serialise. */
export function openApi(contracts: readonly Contract[], publicUrl: string): Json {
  const paths: Record<string, Json> = {}
  for (const contract of contracts) {
    const [method, path] = split(contract)
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(contract) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'CoreFans',
      version: '0.1.0',
      description: 'Lists take `limit` and `cursor` and answer `{items, nextCursor}`. Refusals are RFC 9457 problem documents.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'corefans_<port>' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'instance'],
          properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, instance: { type: 'string' } },
        },
      },
    },
  }
}

const split = (contract: Contract): [method: string, path: string] => {
  const [method, path] = contract.route.split(' ') as [string, string]
  return [method, path.replace(/:(\w+)/g, '{$1}')]
}

/** Who may call for another account says so here. */
const actingParameter = { name: actingAsHeader, in: 'header', required: false, schema: { type: 'string', format: 'uuid' } }

function operation(contract: Contract): Json {
  const [method, path] = split(contract)
  const { $schema: _unused, ...input } = z.toJSONSchema(contract.input, { io: 'input', unrepresentable: 'any' }) as Json & {
    properties?: Record<string, Json>
    required?: string[]
  }
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1] as string)
  const rest = Object.keys(input.properties ?? {}).filter((name) => !inPath.includes(name))
  const parameter = (name: string, where: 'path' | 'query') => ({
    name,
    in: where,
    required: where === 'path' || (input.required ?? []).includes(name),
    schema: input.properties?.[name] ?? {},
  })
  const body = hasBody.has(method) && rest.length > 0
  const bodySchema = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(rest.map((name) => [name, input.properties?.[name]])),
    required: rest.filter((name) => input.required?.includes(name)),
  }
  return {
    operationId: contract.route.replace(/\W+/g, '-'),
    tags: [path.split('/')[2] ?? 'api'],
    summary: contract.summary,
    security: contract.who === 'account' ? [{ session: [] }] : [],
    parameters: [
      ...(contract.actFor ? [actingParameter] : []),
      ...inPath.map((name) => parameter(name, 'path')),
      ...(body ? [] : rest.map((name) => parameter(name, 'query'))),
    ],
    ...(body ? { requestBody: { required: bodySchema.required.length > 0, content: { 'application/json': { schema: bodySchema } } } } : {}),
    responses: responses(contract),
  }
}

function responses(contract: Contract): Json {
  const { $schema: _unused, ...output } = z.toJSONSchema(contract.output, { io: 'output', unrepresentable: 'any' }) as Json
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  })
  const byStatus = new Map<number, string[]>()
  for (const code of contract.problems) {
    const [module, name] = code.split('/') as [string, string]
    const status = declaredProblems().find((table) => table.module === module && table.rows[name])?.rows[name]?.[0]
    if (status) byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return {
    [String(contract.status ?? 200)]:
      contract.status === 204 ? { description: 'Done' } : { description: 'Done', content: { 'application/json': { schema: output } } },
    ...Object.fromEntries([...byStatus].map(([status, codes]) => [String(status), problem(codes.join(', '))])),
    '4XX': problem('Refused'),
    '503': problem('http/unavailable'),
  }
}
