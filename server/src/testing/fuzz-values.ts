import { edgeInstants, edgeNumbers } from './edges.ts'

/** Values for the fuzzer, made from JSON Schema: ones that fit, and ones that do not quite. Everything follows from the seed. */
export type Schema = {
  type?: string
  format?: string
  pattern?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
}
/** Real names of the world, by the field that takes them. */
export type Known = Record<string, readonly string[]>
export type Chance = { next: () => number; below: (n: number) => number; pick: <T>(from: readonly T[]) => T }

/** A generator of chance that repeats itself for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return { next, below, pick: (from) => from[below(from.length)] as never }
}

export const nastyStrings: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfffy',
  '\u202eevil',
  '\u200d\u200d',
  '👩‍👩‍👧‍👦',
  'e\u0301',
  '\ufeff',
  '\uffff',
  'İ'.repeat(30),
  "'; drop table accounts; --",
  '%00',
  '%',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-0',
  '1e21',
  '9007199254740993',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'x'.repeat(6_000),
  '\n\r\t',
  '\u0085\u2028',
]
export const nastyNumbers: readonly number[] = [
  -1,
  0,
  -0,
  0.5,
  1e21,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  1e308,
  65_536,
  4_294_967_296,
]
const wrong: readonly unknown[] = [null, true, false, 0, -1, 1.5, 'text', [], {}, [null], [[]], { a: 1 }, '1']

const letters = 'abcdefghijklmnopqrstuvwxyz'
const wordOf = (length: number, chance: Chance) => Array.from({ length }, () => letters[chance.below(26)]).join('')
const hexOf = (length: number, chance: Chance) => Array.from({ length }, () => '0123456789abcdef'[chance.below(16)]).join('')
const randomUuid = (chance: Chance) =>
  `${hexOf(8, chance)}-${hexOf(4, chance)}-4${hexOf(3, chance)}-8${hexOf(3, chance)}-${hexOf(12, chance)}`

/** A value that fits the schema. */
export function fitting(schema: Schema, name: string, known: Known, chance: Chance): unknown {
  if ('const' in schema) return schema.const
  if (schema.enum) return chance.pick(schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fitting(chance.pick(either), name, known, chance)
  switch (schema.type) {
    case 'string':
      return fittingString(schema, name, known, chance)
    case 'integer':
    case 'number':
      return fittingNumber(schema, chance)
    case 'boolean':
      return chance.next() < 0.5
    case 'array':
      return Array.from({ length: lengthFor(schema.minItems ?? 0, schema.maxItems ?? 3, chance) }, () =>
        fitting(schema.items ?? {}, name, known, chance),
      )
    case 'object':
      return fittingObject(schema, known, chance)
    case 'null':
      return null
    default:
      return chance.pick(wrong)
  }
}

const lengthFor = (min: number, max: number, chance: Chance) => min + chance.below(Math.min(max, min + 4) - min + 1)

function fittingNumber({ minimum = 0, maximum = 100 }: Schema, chance: Chance): number {
  return chance.pick([minimum, maximum, minimum + chance.below(Math.min(maximum - minimum, 1e9) + 1)])
}

export function fittingObject(schema: Schema, known: Known, chance: Chance): Record<string, unknown> {
  const names = Object.keys(schema.properties ?? {}).filter((name) => schema.required?.includes(name) || chance.next() < 0.6)
  return Object.fromEntries(names.map((name) => [name, fitting(schema.properties?.[name] ?? {}, name, known, chance)]))
}

function fittingString(schema: Schema, name: string, known: Known, chance: Chance): string {
  const here = known[name]
  if (here && here.length > 0 && chance.next() < 0.8) return chance.pick(here)
  return shapedString(schema, chance) ?? plainString(schema, name, chance)
}

function shapedString({ format, pattern }: Schema, chance: Chance): string | null {
  if (format === 'date-time') return chance.pick(edgeInstants)
  if (format === 'uuid') return randomUuid(chance)
  if (format === 'email') return `${wordOf(8, chance)}@example.org`
  return pattern === undefined ? null : patternedString(pattern, chance)
}

function patternedString(pattern: string, chance: Chance): string | null {
  if (pattern.startsWith('^0x')) return `0x${hexOf(pattern.includes('{40}') ? 40 : 130, chance)}`
  if (pattern.includes('\\d{')) return chance.pick(edgeNumbers)
  return pattern.startsWith('^[a-zA-Z]') ? wordOf(8, chance) : null
}

function plainString({ minLength: min = 0, maxLength: max = 40 }: Schema, name: string, chance: Chance): string {
  // A password that fits costs a tenth of a second to hash: most have the wrong length, which is refused before.
  if (/^(password|next)$/.test(name) && chance.next() < 0.9) return wordOf(max + 1, chance)
  return wordOf(chance.pick([min, max, min + chance.below(Math.min(max - min, 60) + 1)]), chance)
}

/** A value that breaks the schema, or stands at its very edge. */
export function breaking(schema: Schema, chance: Chance): unknown {
  if (chance.next() < 0.25) return chance.pick(wrong)
  if (schema.type === 'integer' || schema.type === 'number')
    return chance.pick([...nastyNumbers, (schema.minimum ?? 0) - 1, (schema.maximum ?? 9) + 1])
  if (schema.type === 'array')
    return chance.pick([Array((schema.maxItems ?? 10) + 1).fill(chance.pick(nastyStrings)), [], [chance.pick(wrong)], deep(30)])
  if (schema.type === 'object') return chance.pick([deep(30), deep(2_000), [], 'text', null])
  return brokenString(schema, chance)
}

function brokenString({ format, pattern, minLength = 1, maxLength = 100 }: Schema, chance: Chance): string {
  if (format === 'date-time') return chance.pick(edgeInstants)
  if (pattern?.includes('\\d{') && chance.next() < 0.7) return chance.pick(edgeNumbers)
  const edge = chance.pick([minLength - 1, minLength, maxLength, maxLength + 1])
  return chance.pick([
    chance.pick(nastyStrings),
    'x'.repeat(Math.max(0, Math.min(edge, 20_000))),
    '👩'.repeat(Math.min(2_000, Math.ceil(edge / 2))),
  ])
}

export function deep(levels: number): unknown {
  let value: unknown = 1
  for (let i = 0; i < levels; i++) value = i % 2 ? [value] : { a: value }
  return value
}
