import { type Hex, recoverAddress } from 'viem'

const halfOrder = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n

/** Whether an account signed this digest, in the one form that our contracts accept. */
export async function isSignedBy(signer: string, digest: Hex, signature: Hex): Promise<boolean> {
  const s = BigInt(`0x${signature.slice(66, 130)}`)
  const v = Number.parseInt(signature.slice(130), 16)
  if (s > halfOrder || (v !== 27 && v !== 28)) return false
  const by = await recoverAddress({ hash: digest, signature }).catch(() => null)
  return by?.toLowerCase() === signer
}
