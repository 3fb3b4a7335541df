import { z } from 'zod'

export const Id = z.uuid()
export type Id = z.infer<typeof Id>
const canonical = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Whether a text is an id in the one spelling that the database prints; anything else names nothing. */
export const isId = (text: string): boolean => canonical.test(text)

/** A lower-case EVM address, the one spelling that is stored and compared. */
export const Address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'must be an EVM address')
  .transform((a) => a.toLowerCase() as `0x${string}`)
export const AddressView = z.string().regex(/^0x[0-9a-f]{40}$/)
