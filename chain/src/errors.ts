import {
  BaseError,
  ChainMismatchError,
  ContractFunctionRevertedError,
  decodeErrorResult,
  type Hex,
  HttpRequestError,
  InsufficientFundsError,
  isHex,
  parseAbi,
  TimeoutError,
  UserRejectedRequestError,
} from 'viem'
import { accessPassAbi } from './abi/access-pass.ts'
import { passFactoryAbi } from './abi/pass-factory.ts'
import { paymentAbis, paymentCodes, paymentProblems } from './problems/payments.ts'
import { tokenAbis, tokenCodes, tokenProblems } from './problems/tokens.ts'

/** Why a chain said no, in a stable code and plain words. */
export type ChainProblem = { code: ChainProblemCode; words: string }

/** Every code that `problemOf` can answer, with its words. */
export const chainProblems = {
  'passes/not-creator': 'Only the creator of these passes can do this.',
  'passes/tier-unknown': 'This pass is not for sale.',
  'passes/sold-out': 'All passes of this tier are sold.',
  'passes/price-moved': 'The price has changed since you saw it. Nothing was charged.',
  'passes/wrong-value': 'The amount sent is not the price. Nothing was charged.',
  'passes/price-not-whole': 'This price has too many decimals.',
  'passes/supply-refused': 'The supply can only be lowered after the first sale, and not below what is sold.',
  'passes/promise-broken': 'Holders have paid for these terms: they can be improved, not taken back.',
  'passes/flags-unknown': 'This kind of pass is not supported.',
  'passes/not-renewable': 'This pass cannot be renewed or ended.',
  'passes/periods-refused': 'A pass is extended by whole periods, within reason.',
  'passes/soulbound': 'This pass is bound to its owner and cannot be passed on.',
  'passes/not-owner': 'This pass is not yours.',
  'passes/unknown': 'There is no such pass.',
  'passes/receiver-refused': 'The receiver cannot hold passes.',
  'passes/nothing-owed': 'There is nothing to withdraw.',
  'passes/no-value-here': 'This takes no money. Nothing was charged.',
  'passes/collection-exists': 'You already have a pass collection.',
  'passes/payout-failed': 'The receiver did not accept the money.',
  'passes/not-factory-owner': 'Only the platform can do this.',
  ...paymentProblems,
  ...tokenProblems,
  'wallet/rejected': 'You cancelled. Nothing was charged.',
  'wallet/insufficient-funds': 'Your wallet does not hold enough for this.',
  'wallet/wrong-chain': 'Your wallet is on another network.',
  'chain/unreachable': 'The network does not answer. Nothing was charged.',
  'chain/reverted': 'The contract refused this. Nothing was charged.',
  'chain/unknown': 'Something went wrong with the network.',
} as const

/** A key of `chainProblems`. */
export type ChainProblemCode = keyof typeof chainProblems

// Raised in assembly by the libraries underneath, so the compiler does not list it.
const hidden = parseAbi(['error ETHTransferFailed()', 'error DeploymentFailed()'])

const abi = [...accessPassAbi, ...passFactoryAbi, ...paymentAbis, ...tokenAbis, ...hidden] as const

type ErrorName = Extract<(typeof abi)[number], { type: 'error' }>['name']

// Complete by type: a new Solidity error does not compile here until it has a code.
const codes: Record<ErrorName, ChainProblemCode> = {
  ...tokenCodes,
  AccountBalanceOverflow: 'passes/receiver-refused',
  BalanceQueryForZeroAddress: 'passes/receiver-refused',
  CollectionExists: 'passes/collection-exists',
  DeploymentFailed: 'chain/reverted',
  ETHTransferFailed: 'passes/payout-failed',
  FlagsUnknown: 'passes/flags-unknown',
  NoValueHere: 'passes/no-value-here',
  NotCreator: 'passes/not-creator',
  NothingOwed: 'passes/nothing-owed',
  NotOwner: 'passes/not-factory-owner',
  NotOwnerNorApproved: 'passes/not-owner',
  NotPassOwner: 'passes/not-owner',
  NotRenewable: 'passes/not-renewable',
  PeriodsRefused: 'passes/periods-refused',
  PriceMoved: 'passes/price-moved',
  PriceNotWhole: 'passes/price-not-whole',
  PromiseBroken: 'passes/promise-broken',
  SoldOut: 'passes/sold-out',
  Soulbound: 'passes/soulbound',
  SupplyRefused: 'passes/supply-refused',
  TierUnknown: 'passes/tier-unknown',
  TokenAlreadyExists: 'passes/unknown',
  TokenDoesNotExist: 'passes/unknown',
  TransferFromIncorrectOwner: 'passes/not-owner',
  TransferToNonERC721ReceiverImplementer: 'passes/receiver-refused',
  TransferToZeroAddress: 'passes/receiver-refused',
  WrongValue: 'passes/wrong-value',
  ZeroAddress: 'passes/receiver-refused',
  ...paymentCodes,
}

/** What a thrown viem or wallet error means to the person; `chain/unknown` if it is none of ours. */
export function problemOf(error: unknown): ChainProblem {
  const code = codeOf(error)
  return { code, words: chainProblems[code] }
}

/** The code of raw revert data, as a node returns it for a raw transaction or a call. */
export function codeOfRevert(data: Hex): ChainProblemCode {
  try {
    return codes[decodeErrorResult({ abi, data }).errorName as ErrorName] ?? 'chain/reverted'
  } catch {
    // Data that is none of our errors: a panic, another contract's error, or nothing.
    return 'chain/reverted'
  }
}

function codeOf(error: unknown): ChainProblemCode {
  if (!(error instanceof BaseError)) return codeOfWallet(error)
  const reverted = revertDataOf(error)
  if (reverted !== undefined) return codeOfRevert(reverted)
  if (has(error, UserRejectedRequestError)) return 'wallet/rejected'
  if (has(error, InsufficientFundsError)) return 'wallet/insufficient-funds'
  if (has(error, ChainMismatchError)) return 'wallet/wrong-chain'
  if (has(error, HttpRequestError) || has(error, TimeoutError)) return 'chain/unreachable'
  if (has(error, ContractFunctionRevertedError)) return 'chain/reverted'
  return codeOfWallet(error.walk())
}

/** Browser wallets throw plain objects with the codes of EIP-1193 and EIP-3326. */
function codeOfWallet(error: unknown): ChainProblemCode {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  if (code === 4001) return 'wallet/rejected'
  if (code === 4901 || code === 4902) return 'wallet/wrong-chain'
  return 'chain/unknown'
}

function has(error: BaseError, kind: new (...args: never[]) => Error): boolean {
  return error.walk((cause) => cause instanceof kind) !== null
}

function revertDataOf(error: BaseError): Hex | undefined {
  const cause = error.walk((inner) => dataOf(inner) !== undefined)
  return cause === null ? undefined : dataOf(cause)
}

/** Nodes put the revert data under `data`, wallets one level deeper; a contract error keeps it as `raw`. */
function dataOf(error: unknown): Hex | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const raw = 'raw' in error ? error.raw : undefined
  const data = 'data' in error ? error.data : undefined
  const inner = typeof data === 'object' && data !== null && 'data' in data ? data.data : undefined
  return [raw, data, inner].find((value): value is Hex => isHex(value) && value.length >= 10)
}
