import { type Address, type Hash, zeroAddress } from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import { passMarketAbi } from '../abi/pass-market.ts'
import type { SigningClient } from '../clients.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

type At = { market: Address }

const callOf = (client: SigningClient, { market }: At) => ({ account: client.account, address: market, abi: passMarketAbi }) as const

/** Kills the caller's orders with this nonce. */
export async function cancelOrder(client: SigningClient, { nonce, ...at }: At & { nonce: bigint }): Promise<Hash> {
  await mustBeOnChain(client)
  const args = [nonce >> 8n, 1n << (nonce & 255n)] as const
  const { request } = await simulateContract(client, { ...callOf(client, at), functionName: 'cancel', args })
  return writeContract(client, request)
}

/** Kills all orders the caller has signed. */
export async function cancelAllOrders(client: SigningClient, at: At): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, { ...callOf(client, at), functionName: 'incrementCounter' })
  return writeContract(client, request)
}

/** Puts money behind the caller's offers. */
export async function depositForOffers(client: SigningClient, { amountWei, ...at }: At & { amountWei: bigint }): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, { ...callOf(client, at), functionName: 'depositForOffers', value: amountWei })
  return writeContract(client, request)
}

/** Takes money back that lay behind offers. */
export async function withdrawOfferFunds(client: SigningClient, { amountWei, ...at }: At & { amountWei: bigint }): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, { ...callOf(client, at), functionName: 'withdrawOfferFunds', args: [amountWei] })
  return writeContract(client, request)
}

/** Fetches what sales credited to the caller because it could not be sent. */
export async function claimSaleCredit(client: SigningClient, { token = zeroAddress, ...at }: At & { token?: Address }): Promise<Hash> {
  await mustBeOnChain(client)
  const args = [token, client.account.address] as const
  const { request } = await simulateContract(client, { ...callOf(client, at), functionName: 'claim', args })
  return writeContract(client, request)
}

/** Sends the platform's fees to the platform, whoever asks. */
export async function withdrawMarketFees(client: SigningClient, { token = zeroAddress, ...at }: At & { token?: Address }): Promise<Hash> {
  await mustBeOnChain(client)
  const { request } = await simulateContract(client, { ...callOf(client, at), functionName: 'withdrawFees', args: [token] })
  return writeContract(client, request)
}
