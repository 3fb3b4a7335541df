import type { Contract } from '@corefans/shared/contract.ts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { http } from '../problems.ts'
import { mustBeClean } from './clean.ts'

const maxIssues = 20

/** Path wins over query over body; all three are one strict object, so an unknown field is refused wherever it stands. */
export function parseInput(contract: Contract, req: FastifyRequest): unknown {
  const { body } = req
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  if (body !== undefined && !isObject) throw http['invalid-input']({ issues: [{ path: '', message: 'must be an object' }] })
  const input = { ...(body as object | undefined), ...(req.query as object), ...(req.params as object) }
  mustBeClean(input)
  const parsed = contract.input.safeParse(input)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.slice(0, maxIssues).map(({ path, message }) => ({ path: path.join('.'), message }))
  throw http['invalid-input']({ issues })
}

/** What the contract does not name never leaves: the serializer is made from it. */
export function serializerSchema(contract: Contract): object {
  const { $schema: _unused, ...schema } = z.toJSONSchema(contract.output, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    // Texts are texts: for a form that is named, the serializer looks at each of them twice.
    override: ({ jsonSchema }) => {
      delete jsonSchema.format
      delete jsonSchema.pattern
    },
  }) as Record<string, unknown>
  return schema
}
