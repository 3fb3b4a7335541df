import type { Address } from 'viem'
import { getBlock, readContract, signTypedData } from 'viem/actions'
import { tokenFactoryAbi } from '../abi/token-factory.ts'
import type { SigningClient } from '../clients.ts'
import { type SignedTokenTerms, type TokenTerms, termsToSign } from '../token-terms.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

const validForS = 5n * 365n * 86_400n

/** Signs the caller's terms: free, and anyone may then bring the token into being on exactly these. */
export async function signTokenTerms(
  client: SigningClient,
  { tokenFactory, terms }: { tokenFactory: Address; terms: TokenTerms },
): Promise<SignedTokenTerms> {
  await mustBeOnChain(client)
  const creator = client.account.address
  const at = { address: tokenFactory, abi: tokenFactoryAbi } as const
  const [nonce, { timestamp }] = await Promise.all([
    readContract(client, { ...at, functionName: 'termsNonceOf', args: [creator] }),
    getBlock(client, { blockTag: 'latest', includeTransactions: false }),
  ])
  const unsigned = { creator, terms, validUntilS: timestamp + validForS }
  const data = termsToSign({ chainId: client.chain.id, tokenFactory, nonce, ...unsigned })
  return { ...unsigned, signature: await signTypedData(client, { account: client.account, ...data }) }
}
