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
  'wallet/waiting': 'Your wallet already waits for you: open it and answer there. Nothing was charged.',
  'wallet/no-account': 'Your wallet shows no account. Unlock it, or make one there, then try again. Nothing was charged.',
  'wallet/disconnected': 'Your wallet lost its connection. Open it, then try again. Nothing was charged.',
  'wallet/cannot': 'Your wallet cannot do this. Use another one. Nothing was charged.',
  'chain/busy': 'The network has too much to do. Try again in a minute. Nothing was charged.',
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
  const told = error.walk((cause) => walletCodes[numberOf(cause)] !== undefined)
  return codeOfWallet(told ?? error.walk())
}

/** What a wallet means by its numbers: EIP-1193, EIP-1474, EIP-3326. */
const walletCodes: Readonly<Record<number, ChainProblemCode>> = {
  4001: 'wallet/rejected',
  4100: 'wallet/no-account',
  4200: 'wallet/cannot',
  4900: 'wallet/disconnected',
  4901: 'wallet/wrong-chain',
  4902: 'wallet/wrong-chain',
  5000: 'wallet/rejected',
  [-32002]: 'wallet/waiting',
  [-32004]: 'wallet/cannot',
  [-32005]: 'chain/busy',
  [-32601]: 'wallet/cannot',
}

/** Browser wallets throw plain objects with such a number; some wrap them once more. */
function codeOfWallet(error: unknown): ChainProblemCode {
  const found = [error, causeOf(error)].map((one) => walletCodes[numberOf(one)]).find((code) => code !== undefined)
  return found ?? 'chain/unknown'
}

const causeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null
    ? 'cause' in error
      ? error.cause
      : 'data' in error
        ? originalOf(error.data)
        : undefined
    : undefined

const originalOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'originalError' in data ? data.originalError : undefined

const numberOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'number' ? error.code : 0

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
