import type { Hex } from 'viem'

/**
 * The 32 bytes that name an intent or invoice on chain: its id (16 bytes), 8 bytes of zero, and a nonce (8 bytes). The
 * contract lets a payer use a nonce once, so one invoice is paid once, and neighbouring nonces share a storage word.
 */
export function refOf(id: string, nonce = 0n): Hex {
  return `0x${id.replaceAll('-', '')}${nonce.toString(16).padStart(32, '0')}`
}

/** The id that a reference names, or null if it cannot be one of ours. */
export function idOfRef(ref: Hex): string | null {
  const id = ref.slice(2, 34).toLowerCase()
  if (!/^0x[0-9a-fA-F]{64}$/.test(ref) || ref.slice(34, 50) !== '0'.repeat(16)) return null
  return `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`
}
