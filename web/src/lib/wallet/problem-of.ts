import { problemOf as chainProblemOf } from '@corefans/chain/errors.ts'
import { ApiProblem, sentenceOf } from '../problem.ts'
import type { Problem } from './transaction.ts'
import { WalletProblem } from './wallet-problem.ts'
import { WrongSecret } from './wrap-key.ts'

/** One code and one sentence for whatever was thrown on the way to a transaction: by us, the API, a passkey, a wallet or the chain. */
export function problemOf(error: unknown): Problem {
  if (error instanceof WalletProblem) return { code: error.code, words: error.words }
  if (error instanceof WrongSecret) return problemOf(new WalletProblem('wallet/wrong-secret'))
  if (error instanceof ApiProblem) return { code: error.type, words: `${sentenceOf(error).replace(/\.$/, '')}. Nothing was charged.` }
  if (isPasskeyRefusal(error)) return problemOf(new WalletProblem('wallet/passkey-cancelled'))
  return chainProblemOf(error)
}

/** WebAuthn hides on purpose whether the person cancelled, waited too long or has no such passkey. */
const isPasskeyRefusal = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError')
