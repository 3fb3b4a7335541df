import { z } from 'zod'
import { limits } from './limits.ts'

/** A public name after the @: 2–20 of a–z, 0–9 and _, first a letter. Any case is read; lower case is kept. */
export const Handle = z
  .string()
  .regex(new RegExp(`^[a-zA-Z][a-zA-Z0-9_]{1,${limits.handle - 1}}$`), 'must be 2–20 letters, digits or _, starting with a letter')
  .transform((h) => h.toLowerCase())
