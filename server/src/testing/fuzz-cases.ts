/** Requests for the fuzzer: from an operation of the OpenAPI document and a seed, one that fits and many that do not. */
import { forgedCursors } from './edges.ts'
import { breaking, type Chance, fitting, fittingObject, type Known, nastyNumbers, nastyStrings, type Schema } from './fuzz-values.ts'

type Parameter = { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }
type Content = { content?: Record<string, { schema: Schema }> }
export type Operation = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  parameters: Parameter[]
  body: Schema | null
  responses: Record<string, Content>
}
export type Case = {
  kind: string
  method: Operation['method']
  url: string
  headers: Record<string, string>
  payload: string | Buffer | null
}
type Document = {
  paths: Record<
    string,
    Record<
      string,
      { parameters: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> }; responses: Record<string, Content> }
    >
  >
}

export const operationsOf = (document: Document): Operation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters, requestBody, responses }]) => ({
      method: method.toUpperCase() as Operation['method'],
      path,
      parameters,
      body: requestBody?.content['application/json']?.schema ?? null,
      responses,
    })),
  )

const json = { 'content-type': 'application/json' }
type Made = Pick<Case, 'url' | 'headers' | 'payload'>
type Draft = { path: Record<string, string>; query: [string, string][]; body: Record<string, unknown> | null }

function draftOf(operation: Operation, known: Known, chance: Chance): Draft {
  const value = (parameter: Parameter) => String(fitting(parameter.schema, parameter.name, known, chance))
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query' && (parameter.required || chance.next() < 0.5))
  return {
    path: Object.fromEntries(inPath.map((parameter) => [parameter.name, escaped(value(parameter))])),
    query: inQuery.map((parameter) => [parameter.name, escaped(value(parameter))]),
    body: operation.body ? fittingObject(operation.body, known, chance) : null,
  }
}

/** Percent-encoded, also where encodeURIComponent gives up: a lone surrogate becomes the bytes that are no UTF-8. */
const escaped = (text: string): string => (text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80')

function written(operation: Operation, draft: Draft): Made {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => draft.path[name] ?? '')
  const query = draft.query.map(([name, value]) => `${name}=${value}`).join('&')
  return {
    url: query ? `${path}?${query}` : path,
    headers: draft.body ? json : {},
    payload: draft.body ? JSON.stringify(draft.body) : null,
  }
}

type Mutation = (operation: Operation, draft: Draft, chance: Chance) => Made | null
const withBody = (operation: Operation, draft: Draft, body: Record<string, unknown>) => written(operation, { ...draft, body })
const raw = (operation: Operation, draft: Draft, payload: string, headers: Record<string, string> = json): Made => ({
  ...written(operation, draft),
  payload,
  headers,
})

const mutations: Record<string, Mutation> = {
  fits: written,
  missing: (operation, draft, chance) => {
    const names = Object.keys(draft.body ?? {})
    if (!draft.body || names.length === 0) return null
    const { [chance.pick(names)]: _gone, ...rest } = draft.body
    return withBody(operation, draft, rest)
  },
  extra: (operation, draft, chance) =>
    draft.body
      ? withBody(operation, draft, {
          ...draft.body,
          [chance.pick(['role', 'id', 'balance', 'isAdmin', 'accountId', 'constructor', ''])]: 'admin',
        })
      : written(operation, {
          ...draft,
          query: [...draft.query, [chance.pick(['role', 'id', 'admin', '__proto__[x]', 'constructor']), '1']],
        }),
  broken: (operation, draft, chance) => {
    const names = Object.keys(operation.body?.properties ?? {})
    if (!draft.body || names.length === 0) return null
    const name = chance.pick(names)
    return withBody(operation, draft, { ...draft.body, [name]: breaking(operation.body?.properties?.[name] ?? {}, chance) })
  },
  'nasty path': (operation, draft, chance) => {
    const names = Object.keys(draft.path)
    if (names.length === 0) return null
    return written(operation, {
      ...draft,
      path: {
        ...draft.path,
        [chance.pick(names)]: chance.pick([escaped(chance.pick(nastyStrings)), '%zz', '%ff', '..%2f..', '%00', 'A'.repeat(1_200)]),
      },
    })
  },
  'nasty query': (operation, draft, chance) => {
    const parameter = operation.parameters.filter((one) => one.in === 'query')
    if (parameter.length === 0) return null
    const value = chance.pick([escaped(chance.pick(nastyStrings)), String(chance.pick(nastyNumbers)), '%ff%fe', '1&limit=2', ''])
    return written(operation, { ...draft, query: [...draft.query, [chance.pick(parameter).name, value]] })
  },
  'forged cursor': (operation, draft, chance) => {
    if (!operation.parameters.some((one) => one.name === 'cursor')) return null
    const odd = ['2026-01-01T00:00:00.000000Z_x', '1e9_00000000-0000-4000-8000-000000000000', "' or 1=1", '\0']
    const inside = chance.next() < 0.1 ? chance.pick(odd) : chance.pick(forgedCursors)
    return written(operation, {
      ...draft,
      query: [...draft.query.filter(([name]) => name !== 'cursor'), ['cursor', Buffer.from(inside).toString('base64url')]],
    })
  },
  'not json': (operation, draft, chance) =>
    draft.body
      ? raw(
          operation,
          draft,
          chance.pick([
            '{',
            '{"a":',
            'null',
            '[]',
            '"text"',
            '1',
            '{"a":1}}',
            '\0',
            "{'a':1}",
            '{"a":NaN}',
            '{"a":1e999}',
            '\ufeff{}',
            '{"a":1,"a":2}',
          ]),
        )
      : null,
  proto: (operation, draft) =>
    draft.body
      ? raw(operation, draft, JSON.stringify(draft.body).replace(/^\{/, '{"__proto__":{"role":"admin"},').replace(/,\}$/, '}'))
      : null,
  deep: (operation, draft) => (draft.body ? raw(operation, draft, `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`) : null),
  big: (operation, draft) => (draft.body ? raw(operation, draft, `{"a":"${'x'.repeat(1_048_576)}"}`) : null),
  'wrong type': (operation, draft, chance) =>
    draft.body
      ? raw(operation, draft, JSON.stringify(draft.body), {
          'content-type': chance.pick([
            'text/plain',
            'application/xml',
            'multipart/form-data; boundary=x',
            'application/json; charset=utf-16',
            'application/x-www-form-urlencoded',
            'nonsense',
          ]),
        })
      : null,
  'odd headers': (operation, draft, chance) => {
    const made = written(operation, draft)
    const odd: Record<string, string> = chance.pick([
      { 'idempotency-key': 'x'.repeat(256) },
      { 'idempotency-key': 'ключ' },
      { 'user-agent': 'x'.repeat(5_000) },
      { accept: 'text/nonsense' },
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'x-forwarded-for': '1.2.3.4' },
    ])
    return { ...made, headers: { ...made.headers, ...odd } }
  },
}
/** Where the weight lies: broken fields more often than broken protocol. */
const weights: readonly string[] = [
  'fits',
  'fits',
  'missing',
  'missing',
  'extra',
  'broken',
  'broken',
  'broken',
  'broken',
  'broken',
  'nasty path',
  'nasty path',
  'nasty query',
  'nasty query',
  'forged cursor',
  'not json',
  'proto',
  'deep',
  'wrong type',
  'odd headers',
  ...(['big'] as const),
]

/** The next case of an operation. What does not apply to it becomes a fitting one. */
export function caseOf(operation: Operation, known: Known, chance: Chance): Case {
  const draft = draftOf(operation, known, chance)
  if (operation.path === '/api/media' && operation.method === 'POST') return bytesCase(operation, chance)
  const kind = chance.pick(weights)
  const made = mutations[kind]?.(operation, draft, chance)
  return { kind: made ? kind : 'fits', method: operation.method, ...(made ?? written(operation, draft)) }
}

const heads = [
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.from('GIF89a'),
  Buffer.from('RIFF0000WEBP'),
  Buffer.from('<svg xmlns="x">'),
  Buffer.from('<!doctype html>'),
  Buffer.alloc(0),
]
/** A body of bytes: mostly no image at all; one in ten begins like one. */
function bytesCase(operation: Operation, chance: Chance): Case {
  const head = chance.next() < 0.1 ? chance.pick(heads) : chance.pick(heads.slice(4))
  const payload = Buffer.concat([head, Buffer.from(Array.from({ length: chance.below(400) }, () => chance.below(256)))])
  return {
    kind: 'bytes',
    method: operation.method,
    url: operation.path,
    headers: { 'content-type': chance.pick(['image/png', 'image/jpeg', 'text/html', 'application/json', 'nonsense']) },
    payload,
  }
}
