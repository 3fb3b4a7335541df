import { parseAbi } from 'viem'
import { escrowAbi } from '../abi/escrow.ts'
import { paymentsAbi } from '../abi/payments.ts'
import { splitFactoryAbi } from '../abi/split-factory.ts'
import { sponsorForwarderAbi } from '../abi/sponsor-forwarder.ts'
import { teamSplitAbi } from '../abi/team-split.ts'
import { testUsdAbi } from '../abi/test-usd.ts'

/** Why payments, escrow, splits and sponsored calls say no. */
export const paymentProblems = {
  'payments/nothing-paid': 'An amount of nothing cannot be paid.',
  'payments/payee-refused': 'You cannot pay this account.',
  'payments/already-paid': 'You have already paid for this. Nothing was charged.',
  'payments/token-not-exact': 'This token changes amounts on the way and cannot be used here. Nothing was charged.',
  'payments/no-credit': 'There is nothing to withdraw.',
  'payments/value-with-token': 'Coins were sent with a payment in tokens. Nothing was charged.',
  'payments/insufficient-balance': 'Your wallet does not hold enough of this token. Nothing was charged.',
  'payments/not-allowed': 'Your wallet has not allowed this amount. Nothing was charged.',
  'payments/permission-refused': 'The signed permission is not valid or has expired. Nothing was charged.',
  'payments/faucet-bound': 'The faucet does not give that much at once.',
  'payments/test-chain-only': 'Test dollars exist on test networks only.',
  'escrow/unknown': 'There is no such deal.',
  'escrow/exists': 'This deal has been made already.',
  'escrow/already-opened': 'You opened it, so the sale is final.',
  'escrow/wrong-step': 'The deal is not at that step.',
  'escrow/not-yours': 'The other side has to do this.',
  'escrow/too-late': 'The time for this has passed.',
  'escrow/too-early': 'The other side still has time.',
  'escrow/terms-refused': 'These terms are out of bounds.',
  'splits/recipients-refused': 'A split has 2 to 20 different recipients, each with a share.',
  'splits/not-whole': 'Shares must add up to exactly 100 %.',
  'splits/no-share': 'This account has no share.',
  'gasless/bad-signature': 'The signature is not from the account it names.',
  'gasless/budget-spent': 'Your free transactions are used up.',
  'gasless/used': 'This request was carried out already.',
  'gasless/refused': 'This cannot be sent for free.',
} as const

/** The ABIs whose refusals are told here. */
export const paymentAbis = [
  ...paymentsAbi,
  ...escrowAbi,
  ...splitFactoryAbi,
  ...teamSplitAbi,
  ...sponsorForwarderAbi,
  ...testUsdAbi,
  // Raised in assembly by the libraries underneath.
  ...parseAbi(['error TransferFromFailed()', 'error TransferFailed()']),
] as const

// Told with the passes, from where these come.
type Shared = 'NotOwner' | 'ZeroAddress' | 'WrongValue'
type ErrorName = Exclude<Extract<(typeof paymentAbis)[number], { type: 'error' }>['name'], Shared>

/** Complete by type: a new Solidity error does not compile here until it has a code. */
export const paymentCodes: Record<ErrorName, keyof typeof paymentProblems> = {
  AllowanceOverflow: 'payments/not-allowed',
  AllowanceUnderflow: 'payments/not-allowed',
  AlreadyOpened: 'escrow/already-opened',
  AlreadyPaid: 'payments/already-paid',
  BadSignature: 'gasless/bad-signature',
  BudgetSpent: 'gasless/budget-spent',
  DealExists: 'escrow/exists',
  DealUnknown: 'escrow/unknown',
  FaucetBound: 'payments/faucet-bound',
  GasTooLow: 'gasless/refused',
  InsufficientAllowance: 'payments/not-allowed',
  InsufficientBalance: 'payments/insufficient-balance',
  InvalidPermit: 'payments/permission-refused',
  NoCredit: 'payments/no-credit',
  NonceUsed: 'gasless/used',
  NoShare: 'splits/no-share',
  NothingPaid: 'payments/nothing-paid',
  NotOnThisChain: 'payments/test-chain-only',
  NotYours: 'escrow/not-yours',
  PayeeRefused: 'payments/payee-refused',
  Permit2AllowanceIsFixedAtInfinity: 'payments/not-allowed',
  PermitExpired: 'payments/permission-refused',
  RecipientsRefused: 'splits/recipients-refused',
  SharesNotWhole: 'splits/not-whole',
  TargetRefused: 'gasless/refused',
  TermsRefused: 'escrow/terms-refused',
  TokenNotExact: 'payments/token-not-exact',
  TooEarly: 'escrow/too-early',
  TooLate: 'escrow/too-late',
  TotalSupplyOverflow: 'payments/faucet-bound',
  TransferFailed: 'payments/not-allowed',
  TransferFromFailed: 'payments/not-allowed',
  ValueWithToken: 'payments/value-with-token',
  WrongStep: 'escrow/wrong-step',
}
