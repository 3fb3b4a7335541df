import type { Address, Hash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { personalTokenAbi } from '../abi/personal-token.ts'
import { tokenFactoryAbi } from '../abi/token-factory.ts'
import type { SigningClient } from '../clients.ts'
import { type SignedTokenTerms, type TokenTerms, termsArg } from '../token-terms.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

// The token's refusals come up through the factory.
export const factoryAndToken = [...tokenFactoryAbi, ...personalTokenAbi.filter((entry) => entry.type === 'error')] as const

/** Makes the caller's token; `valueWei` is the creator's own first buy, which stays locked as the terms say. */
export async function createToken(
  client: SigningClient,
  { tokenFactory, terms, valueWei = 0n, minOut = 0n }: { tokenFactory: Address; terms: TokenTerms; valueWei?: bigint; minOut?: bigint },
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: tokenFactory,
    abi: factoryAndToken,
    functionName: 'create',
    args: [termsArg(terms), minOut],
    value: valueWei,
  })
  return writeContract(client, request)
}

/** Makes somebody's token on the terms they signed; whoever sends it pays the gas and gets nothing. */
export async function createTokenFor(
  client: SigningClient,
  { tokenFactory, signed }: { tokenFactory: Address; signed: SignedTokenTerms },
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: tokenFactory,
    abi: factoryAndToken,
    functionName: 'createFor',
    args: [signedArg(signed), signed.signature],
  })
  return writeContract(client, request)
}

/** Signed terms as the factory takes them; the signature goes beside. */
export function signedArg({ creator, validUntilS, terms }: SignedTokenTerms) {
  return { creator, validUntil: validUntilS, terms: termsArg(terms) } as const
}
