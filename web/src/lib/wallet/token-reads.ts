import { type BuyQuote, quoteBuyToken, quoteBuyTokenExact, quoteSellToken, type SellQuote } from '@corefans/chain/actions/quote-token.ts'
import { quoteLaunchDeposit } from '@corefans/chain/actions/read-launch.ts'
import { tokenBalanceOf } from '@corefans/chain/actions/read-personal-token.ts'
import { signTokenTerms } from '@corefans/chain/actions/sign-token-terms.ts'
import type { DepositQuote } from '@corefans/chain/launch.ts'
import type { SignedTokenTerms, TokenTerms } from '@corefans/chain/token-terms.ts'
import { zeroAddress } from 'viem'
import { activeWallet, signingWallet } from './active-wallet.ts'
import { chainConfig, readingClient } from './chain-client.ts'

type Address = `0x${string}`

/** What is asked for: money to spend, tokens to get, or tokens to sell, in smallest units. */
export type TradeAsked = { token: string; terms: TokenTerms | null; does: 'spend' | 'get' | 'sell'; amount: bigint }
export type TradeQuote = ({ side: 'buy' } & BuyQuote) | ({ side: 'sell' } & SellQuote)

/** What a trade does this moment, to the wei; null where it is impossible. */
export async function quoteTrade({ token, terms, does, amount }: TradeAsked): Promise<TradeQuote | null> {
  const client = await readingClient()
  const which = { token: token as Address, terms: terms ?? undefined }
  if (does === 'sell') {
    const sale = await quoteSellToken(client, { ...which, amount })
    return sale && { side: 'sell', ...sale }
  }
  const quote = await (does === 'spend'
    ? quoteBuyToken(client, { ...which, valueWei: amount })
    : quoteBuyTokenExact(client, { ...which, amount }))
  return quote && { side: 'buy', ...quote }
}

/** How many tokens the wallet that pays holds; null for an account without a wallet. */
export async function heldTokens(token: string): Promise<bigint | null> {
  const wallet = await signingWallet()
  return wallet && tokenBalanceOf(await readingClient(), { token: token as Address, account: wallet.address as Address })
}

type DepositAsked = { contract: string; id: string; terms: TokenTerms; valueWei: bigint }

/** What the paying wallet's whole deposit in a launch would get with so much more, to the wei if nobody else comes. */
export async function quoteDepositIn({ contract, id, terms, valueWei }: DepositAsked): Promise<DepositQuote | null> {
  const { tokenFactory } = (await chainConfig()).contracts
  if (!tokenFactory) return null
  const account = ((await signingWallet())?.address ?? zeroAddress) as Address
  const at = { batchLaunch: contract as Address, id: BigInt(id), tokenFactory: tokenFactory as Address }
  return quoteLaunchDeposit(await readingClient(), { ...at, account, valueWei, terms })
}

/** Signed terms, or what must happen first. */
export type Signing = { is: 'signed'; signed: SignedTokenTerms } | { is: 'no-wallet' | 'password-needed' | 'wrong-network' | 'not-here' }

/** Signs the terms of one's own token with the wallet that pays; nothing is sent to the chain. */
export async function signOwnTerms(terms: TokenTerms, password?: string): Promise<Signing> {
  const { tokenFactory } = (await chainConfig()).contracts
  if (!tokenFactory) return { is: 'not-here' }
  const wallet = await signingWallet()
  if (!wallet) return { is: 'no-wallet' }
  const active = await activeWallet(wallet, password)
  if (active.is !== 'ready') return { is: active.is }
  return { is: 'signed', signed: await signTokenTerms(active.client, { tokenFactory: tokenFactory as Address, terms }) }
}
