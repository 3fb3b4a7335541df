import { hash, randomBytes } from 'node:crypto'
import type { Problem } from '../../kernel/errors.ts'
import type { Refusal } from './engine/engine.ts'
import { problem } from './problems.ts'

/** How long a stream waits for a publisher who is gone. */
export const graceS = 30
/** A stream that nobody ever published to is forgotten after this. */
export const unusedS = 3_600

export const newKey = (): string => randomBytes(24).toString('base64url')
export const hashOfKey = (key: string): Buffer => hash('sha256', key, 'buffer')

/** The key of `Authorization: Bearer …` (RFC 6750 §2.1); null where there is none. */
export const bearerOf = (header: string | undefined): string | null => /^Bearer ([A-Za-z0-9_-]{16,64})$/i.exec(header ?? '')?.[1] ?? null

const refusals = {
  'bad-offer': problem['bad-offer'],
  'no-codec': problem['no-codec'],
  'nothing-published': problem['not-live'],
  down: problem['engine-down'],
} as const
/** What the engine refused, in the words of the API. */
export const refusalOf = (refusal: Refusal | 'down'): Problem => refusals[refusal]()
