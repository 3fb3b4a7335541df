import type { Api } from '@corefans/shared/api.ts'
import { getAddress } from 'viem'
import { createSiweMessage } from 'viem/siwe'
import { api } from '../api.ts'

export type SignedMessage = { message: string; signature: string }
type Challenge = Api['POST /api/wallets/challenge']['output']

/** The text a wallet signs to prove itself (EIP-4361): names this site and chain, works once, costs nothing. */
export const siweMessage = (address: string, challenge: Challenge): string =>
  createSiweMessage({
    address: getAddress(address),
    chainId: challenge.chainId,
    domain: challenge.domain,
    uri: challenge.uri,
    nonce: challenge.nonce,
    issuedAt: new Date(challenge.issuedAt),
    expirationTime: new Date(challenge.expirationTime),
    statement: 'Prove to CoreFans that this wallet is yours. This costs nothing and moves nothing.',
    version: '1',
  })

/** Asks for a fresh challenge and has the wallet sign it. */
export async function signChallenge(address: string, sign: (message: string) => Promise<string>): Promise<SignedMessage> {
  const message = siweMessage(address, await api('POST /api/wallets/challenge', {}))
  return { message, signature: await sign(message) }
}
