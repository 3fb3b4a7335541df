import {
  BaseError,
  ChainMismatchError,
  ContractFunctionRevertedError,
  decodeErrorResult,
  type Hex,
  HttpRequestError,
  InsufficientFundsError,
  isHex,
  TimeoutError,
  UserRejectedRequestError,
} from 'viem'
import { passAbis, passCodes, passProblems } from './problems/market.ts'
import { paymentAbis, paymentCodes, paymentProblems } from './problems/payments.ts'
import { tokenAbis, tokenCodes, tokenProblems } from './problems/tokens.ts'

/** Why a chain said no, in a stable code and plain words. */
export type ChainProblem = { code: ChainProblemCode; words: string }

/** Every code that `problemOf` can answer, with its words. */
export const chainProblems = {
  ...passProblems,
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

const abi = [...passAbis, ...paymentAbis, ...tokenAbis] as const

type ErrorName = Extract<(typeof abi)[number], { type: 'error' }>['name']

// Complete by type: a new Solidity error does not compile here until it has a code.
const codes: Record<ErrorName, ChainProblemCode> = {
  ...tokenCodes,
  DeploymentFailed: 'chain/reverted',
  Reentrancy: 'chain/reverted',
  ...passCodes,
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
