// Accounts of the book. A wallet's account is the outside world: what it paid and got through us. All other accounts say
// where money lies inside a contract, with the contract's address second, so that a contract's coins are one sum.
export const native = 'native'

/** What a wallet paid (negative) and got through CoreFans; for a token or pass, what it holds. */
export const wallet = (address: string): string => `wallet:${address.toLowerCase()}`
/** Lies in a contract and can be withdrawn by `whom`. */
export const owed = (contract: string, whom: string): string => `owed:${contract.toLowerCase()}:${whom.toLowerCase()}`
/** The platform's fees that lie in a contract. */
export const platform = (contract: string): string => `platform:${contract.toLowerCase()}`
/** Where the supply of a token or the passes of a collection come from; its balance is minus the supply. */
export const issue = (contract: string): string => `issue:${contract.toLowerCase()}`
/** One pass as an asset, held once. */
export const passAsset = (collection: string, tokenId: bigint): string => `${collection.toLowerCase()}/${tokenId}`
/** A personal token as an asset. Coins of others are named by their address alone. */
export const tokenAsset = (token: string): string => `token:${token.toLowerCase()}`
