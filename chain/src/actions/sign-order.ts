import type { Address, Hex } from 'viem'
import { signTypedData } from 'viem/actions'
import type { SigningClient } from '../clients.ts'
import { type Ask, askToSign, type Bid, bidToSign } from '../orders.ts'
import { mustBeOnChain } from './must-be-on-chain.ts'

/** An order with its maker's word for it. */
export type Signed<Order> = { order: Order; signature: Hex }

/** Lists the caller's pass: nothing is sent to the chain. */
export async function signAsk(client: SigningClient, { market, ask }: { market: Address; ask: Omit<Ask, 'maker'> }): Promise<Signed<Ask>> {
  await mustBeOnChain(client)
  const order = { ...ask, maker: client.account.address }
  const words = askToSign({ chainId: client.chain.id, market }, order)
  return { order, signature: await signTypedData(client, { account: client.account, ...words }) }
}

/** Makes an offer: nothing is sent to the chain; offer funds must cover it when it is accepted. */
export async function signBid(client: SigningClient, { market, bid }: { market: Address; bid: Omit<Bid, 'maker'> }): Promise<Signed<Bid>> {
  await mustBeOnChain(client)
  const order = { ...bid, maker: client.account.address }
  const words = bidToSign({ chainId: client.chain.id, market }, order)
  return { order, signature: await signTypedData(client, { account: client.account, ...words }) }
}
