import { http } from '../problems.ts'

const maxDepth = 20

/**
 * Refuses what no field of ours can hold: NUL (PostgreSQL text has none), lone surrogates (they have no UTF-8), keys that
 * reach into prototypes, nesting deeper than any contract. Throws http/invalid-input.
 */
export function mustBeClean(value: unknown, path = '', depth = 0): void {
  if (typeof value === 'string') mustBeText(value, path)
  if (typeof value !== 'object' || value === null) return
  if (depth > maxDepth) throw refused(path, 'is nested too deep')
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__') throw refused(path, 'has a key that may not be used')
    mustBeText(key, path)
    mustBeClean(inner, path ? `${path}.${key}` : key, depth + 1)
  }
}

function mustBeText(text: string, path: string): void {
  if (text.includes('\0')) throw refused(path, 'may not contain NUL')
  if (!text.isWellFormed()) throw refused(path, 'contains a lone surrogate')
}

const refused = (path: string, message: string) => http['invalid-input']({ issues: [{ path: path.toWellFormed(), message }] })
