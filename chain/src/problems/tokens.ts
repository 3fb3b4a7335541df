import { batchLaunchAbi } from '../abi/batch-launch.ts'
import { personalTokenAbi } from '../abi/personal-token.ts'
import { tokenFactoryAbi } from '../abi/token-factory.ts'

/** What the token contracts can refuse, in words for the person. */
export const tokenProblems = {
  'tokens/price-moved': 'The price has moved beyond your limit. Nothing was charged.',
  'tokens/too-late': 'This waited too long and was not done. Nothing was charged.',
  'tokens/amount-refused': 'This amount cannot be traded.',
  'tokens/receiver-refused': 'This address cannot receive tokens or money.',
  'tokens/not-creator': 'Only the person this token belongs to can do this.',
  'tokens/fee-refused': 'The fee of a token can be lowered, never raised.',
  'tokens/still-locked': 'The first buy of this token’s creator is still locked.',
  'tokens/nothing-to-claim': 'There is nothing to pay out.',
  'tokens/payee-refused': 'These fees were not offered to this address, or not for long enough.',
  'tokens/exists': 'This person’s token exists already.',
  'tokens/terms-refused': 'A token cannot be made on these terms.',
  'tokens/signature-refused': 'The signature does not fit these terms, or was revoked.',
  'tokens/first-buy-too-large': 'The very first purchase of a token must be small.',
  'tokens/first-buy-unlocked': 'What a creator buys before everybody else stays locked for thirty days at least.',
  'tokens/batch-closed': 'This launch takes no deposits now.',
  'tokens/batch-not-due': 'It is not the time for this step of the launch.',
} as const

/** The ABIs whose refusals are told here. */
export const tokenAbis = [...personalTokenAbi, ...tokenFactoryAbi, ...batchLaunchAbi] as const

// Told elsewhere: the errors of any ERC-20 with the payments, those of owners with the passes.
type Shared =
  | `Allowance${string}`
  | `Insufficient${string}`
  | `${string}Permit${string}`
  | 'TotalSupplyOverflow'
  | 'ZeroAddress'
  | 'NotOwner'
type ErrorName = Exclude<Extract<(typeof tokenAbis)[number], { type: 'error' }>['name'], Shared>

/** Complete by type: a new Solidity error does not compile here until it has a code. */
export const tokenCodes: Record<ErrorName, keyof typeof tokenProblems> = {
  TokenAmountRefused: 'tokens/amount-refused',
  BatchClosed: 'tokens/batch-closed',
  BatchNotDue: 'tokens/batch-not-due',
  FirstBuyTooLarge: 'tokens/first-buy-too-large',
  FirstBuyUnlocked: 'tokens/first-buy-unlocked',
  NoTokenFees: 'tokens/nothing-to-claim',
  NotTokenCreator: 'tokens/not-creator',
  NotTokenFactory: 'tokens/not-creator',
  TokenCallUnknown: 'tokens/terms-refused',
  TokenDeadlinePassed: 'tokens/too-late',
  TokenExists: 'tokens/exists',
  TokenFeeRefused: 'tokens/fee-refused',
  TokenPayeeRefused: 'tokens/payee-refused',
  TokenPriceMoved: 'tokens/price-moved',
  TokenReceiverRefused: 'tokens/receiver-refused',
  TokenSignatureRefused: 'tokens/signature-refused',
  TokenStillLocked: 'tokens/still-locked',
  TokenTermsRefused: 'tokens/terms-refused',
}
