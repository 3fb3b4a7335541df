import { Problem } from './errors.ts'

const uniqueViolation = '23505'
const known = new Map<string, () => Problem>()

/**
 * Says what the breach of a unique constraint means to its caller. Looking before writing cannot promise it: of several
 * who look at once all find the place free, and the constraint decides. Every transaction answers by this one table.
 */
export function violations(meanings: Record<string, () => Problem>): void {
  for (const [constraint, problem] of Object.entries(meanings)) known.set(constraint, problem)
}

/** The problem that a breach of a declared constraint stands for; anything else as it came. */
export function asRefusal(err: unknown): unknown {
  if (err instanceof Problem) return err
  const { code, constraint } = (err ?? {}) as { code?: string; constraint?: string }
  return (code === uniqueViolation && known.get(constraint ?? '')?.()) || err
}

/** The constraints that have a meaning, for the test that holds them against the database. */
export const declaredViolations = (): string[] => [...known.keys()]
