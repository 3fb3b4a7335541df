import { type Address, type Hash, type Hex, zeroHash } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { personalTokenAbi } from '../abi/personal-token.ts'
import type { SigningClient } from '../clients.ts'
import type { SignedTokenTerms } from '../token-terms.ts'
import { factoryAndToken, signedArg } from './create-token.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** What the buyer agreed to: at least `minOut` for `valueWei`, until `deadlineS`. `ref` names our order in the log. */
export type BuyToken = { token: Address; valueWei: bigint; minOut: bigint; deadlineS: bigint; to?: Address; ref?: Hex }

/** Spends a value on tokens; refuses if they would be fewer than agreed. */
export async function buyToken(
  client: SigningClient,
  { token, valueWei, minOut, deadlineS, to = client.account.address, ref = zeroHash }: BuyToken,
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: token,
    abi: personalTokenAbi,
    functionName: 'buy',
    args: [to, minOut, deadlineS, ref],
    value: valueWei,
  })
  return writeContract(client, request)
}

/** The same for a token that is not made yet: its first purchase makes it, on the terms that its owner signed. */
export async function buyFirstToken(
  client: SigningClient,
  { tokenFactory, signed, ...buy }: { tokenFactory: Address; signed: SignedTokenTerms } & Omit<BuyToken, 'token'>,
): Promise<Hash> {
  await mustBeOnChain(client)
  const { valueWei, minOut, deadlineS, to = client.account.address, ref = zeroHash } = buy
  const { request } = await simulateContract(client, {
    account: client.account,
    address: tokenFactory,
    abi: factoryAndToken,
    functionName: 'createForAndBuy',
    args: [signedArg(signed), signed.signature, to, minOut, deadlineS, ref],
    value: valueWei,
  })
  return writeContract(client, request)
}

/** Buys exactly `amount` for at most `maxWei`; what is not needed comes back in the same transaction. */
export async function buyTokenExact(
  client: SigningClient,
  {
    token,
    amount,
    maxWei,
    deadlineS,
    to = client.account.address,
    ref = zeroHash,
  }: Omit<BuyToken, 'valueWei' | 'minOut'> & {
    amount: bigint
    maxWei: bigint
  },
): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, {
    account: client.account,
    address: token,
    abi: personalTokenAbi,
    functionName: 'buyExact',
    args: [amount, to, deadlineS, ref],
    value: maxWei,
  })
  return writeContract(client, request)
}
