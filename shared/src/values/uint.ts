import { z } from 'zod'

/** Whether a text is a whole number that fits an unsigned Solidity integer of so many bits, without leading zeros. */
export const isUint =
  (bits: 256 | 248) =>
  (text: string): boolean =>
    /^(0|[1-9]\d{0,77})$/.test(text) && BigInt(text) < 1n << BigInt(bits)

const uint = (bits: 256 | 248) =>
  z
    .string()
    .regex(/^(0|[1-9]\d{0,77})$/, 'must be a whole number')
    .refine(isUint(bits), `must be below 2^${bits}`)

/** A whole number as the contracts hold it. */
export const Uint256 = uint(256)
/** The number of an ERC-721 token. */
export const TokenId = Uint256
/** The nonce of a signed order or voucher. */
export const Nonce = Uint256
/** The upper bits of a nonce: a word of the contracts' bitmaps. */
export const NonceWord = uint(248)
