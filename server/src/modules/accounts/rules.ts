import type { Problem } from '../../kernel/errors.ts'
import { problem } from './problems.ts'

/** The fields of a parsed EIP-4361 message that we decide on. */
export type SiweFields = {
  domain?: string | undefined
  uri?: string | undefined
  chainId?: number | undefined
  expirationTime?: Date | undefined
  notBefore?: Date | undefined
  issuedAt?: Date | undefined
}
export type SiweExpectation = { domain: string; uri: string; chainId: number }

/** A message may be signed by a wallet whose clock is a little ahead. */
const skewMs = 60_000
/** A message without its own end is good for ten minutes. */
const lifetimeMs = 10 * 60_000

/** Why a signed message is not for us, now; null when it is. The text that was signed is what counts, not the caller's word. */
export function whyNotSiwe(message: SiweFields, expected: SiweExpectation, now: Date): Problem | null {
  if (message.domain !== expected.domain || message.uri === undefined || originOf(message.uri) !== originOf(expected.uri))
    return problem['siwe-domain']()
  if (message.chainId !== expected.chainId) return problem['siwe-chain']({ chainId: expected.chainId })
  if (isStale(message, now)) return problem['siwe-expired']()
  return null
}

function isStale({ issuedAt, expirationTime, notBefore }: SiweFields, now: Date): boolean {
  if (!issuedAt || issuedAt.getTime() > now.getTime() + skewMs || issuedAt.getTime() < now.getTime() - lifetimeMs - skewMs) return true
  if (expirationTime && now >= expirationTime) return true
  return notBefore !== undefined && now.getTime() < notBefore.getTime()
}

const originOf = (uri: string): string | null => (URL.canParse(uri) ? new URL(uri).origin : null)
