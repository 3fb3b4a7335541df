import { zeroAddress } from '@corefans/chain/addresses.ts'
// Accounts of the book. A wallet's account is the outside world: what it paid and got through us. All other accounts say
// where money lies inside a contract, with the contract's address second, so that a contract's coins are one sum.
export const native = 'native'

/** What a wallet paid (negative) and got through CoreFans; for a token or pass, what it holds. */
export const wallet = (address: string): string => `wallet:${address.toLowerCase()}`
/** Lies in a contract and can be withdrawn by `whom`. */
export const owed = (contract: string, whom: string): string => `owed:${contract.toLowerCase()}:${whom.toLowerCase()}`
/** The platform's fees that lie in a contract. */
export const platform = (contract: string): string => `platform:${contract.toLowerCase()}`
/** What stands behind the supply of a token, in its curve. */
export const reserve = (token: string): string => `reserve:${token.toLowerCase()}`
/** Set aside in the market for the offers of `whom`. */
export const offers = (market: string, whom: string): string => `offers:${market.toLowerCase()}:${whom.toLowerCase()}`
/** Put into a contract by `whom` and still theirs: into a launch until it is claimed, or as a sponsor's gas money. */
export const deposit = (contract: string, whom: string): string => `deposit:${contract.toLowerCase()}:${whom.toLowerCase()}`
/**
 * One launch between its purchase and the claims: it has spent before its depositors were charged, so it is below zero
 * until the last of them claims, and then holds the dust of the division.
 */
export const launch = (contract: string, id: bigint): string => `launch:${contract.toLowerCase()}:${id}`
/** Held in escrow for one deal. */
export const deal = (escrow: string, id: string): string => `deal:${escrow.toLowerCase()}:${id.toLowerCase()}`
/** Where the supply of a token or the passes of a collection come from; its balance is minus the supply. */
export const issue = (contract: string): string => `issue:${contract.toLowerCase()}`
/** One pass as an asset, held once. */
export const passAsset = (collection: string, tokenId: bigint): string => `${collection.toLowerCase()}/${tokenId}`
/** A personal token as an asset. Coins of others are named by their address alone. */
export const tokenAsset = (token: string): string => `token:${token.toLowerCase()}`

/** The asset of a payment: contracts name the native coin by the zero address. */
export const coin = (token: string): string => (token === zeroAddress ? native : token.toLowerCase())
