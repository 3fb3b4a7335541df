import { type Address, type Hex, hexToString, isHex, size, stringToHex } from 'viem'
import { isCreatorFee, TOKEN_PRESETS } from './curve.ts'

/** What an account chooses for its token, once. */
export type TokenTerms = { name: string; symbol: string; preset: number; creatorBps: number; lockSeconds: number }

/** Terms with the signature of the account, so that anyone may bring its token into being on them. */
export type SignedTokenTerms = { creator: Address; validUntilS: bigint; terms: TokenTerms; signature: Hex }

const maxLockS = 4 * 365 * 86_400

/** Whether the factory takes these terms. The symbol is stricter here than there: what wallets show without doubt. */
export function areGoodTerms({ name, symbol, preset, creatorBps, lockSeconds }: TokenTerms): boolean {
  const isNamed = /^[^\p{C}]+$/u.test(name) && size(stringToHex(name)) <= 32 && /^[A-Z0-9]{1,11}$/.test(symbol)
  const isLock = Number.isInteger(lockSeconds) && lockSeconds >= 0 && lockSeconds <= maxLockS
  return isNamed && isLock && preset in TOKEN_PRESETS && isCreatorFee(creatorBps)
}

/** The terms as the factory takes them. */
export function termsArg({ name, symbol, ...rest }: TokenTerms) {
  return { name: stringToHex(name, { size: 32 }), symbol: stringToHex(symbol, { size: 32 }), ...rest } as const
}

/** Text of a short string in a log: what comes before the first zero byte. */
export function shortText(word: Hex): string {
  return isHex(word) ? hexToString(word, { size: 32 }).replaceAll('\0', '') : ''
}

/** What the account is asked to sign, as EIP-712. */
export function termsToSign(of: { chainId: number; tokenFactory: Address; nonce: bigint } & Omit<SignedTokenTerms, 'signature'>) {
  return {
    domain: { name: 'CoreFans Tokens', version: '1', chainId: of.chainId, verifyingContract: of.tokenFactory },
    types: {
      TokenTerms: [
        { name: 'creator', type: 'address' },
        { name: 'name', type: 'string' },
        { name: 'symbol', type: 'string' },
        { name: 'preset', type: 'uint8' },
        { name: 'creatorBps', type: 'uint16' },
        { name: 'lockSeconds', type: 'uint32' },
        { name: 'nonce', type: 'uint256' },
        { name: 'validUntil', type: 'uint256' },
      ],
    },
    primaryType: 'TokenTerms',
    message: { creator: of.creator, ...of.terms, nonce: of.nonce, validUntil: of.validUntilS },
  } as const
}
