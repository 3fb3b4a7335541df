import { hash, randomBytes } from 'node:crypto'

/** What a program publishes a stream with; long enough that nobody guesses one. */
export const newKey = (): string => randomBytes(24).toString('base64url')
export const hashOfKey = (key: string): Buffer => hash('sha256', key, 'buffer')
