/*
 * Every money action of CoreFans, as one pure machine.
 *
 *   no-wallet | insufficient —prepare→ preparing (a wallet, then money) → review | insufficient
 *   checking → no-wallet | insufficient | review | confirmed (it had been carried out already)
 *   review —confirm→ opening → password | wrong-network | signing
 *   signing —sent→ pending —mined→ … —mined→ confirmed
 *
 * Any step may fail; only `start` leads out of a failure, an end or a shortage. An event that does not belong to the
 * step is ignored: a late answer of a wallet cannot bring back what the person has left.
 */

/** Why it did not happen, in a stable code and plain words. */
export type Problem = { code: string; words: string }

export type Step =
  | { at: 'checking' }
  | { at: 'no-wallet' }
  | { at: 'insufficient'; needWei: bigint; haveWei: bigint }
  | { at: 'preparing'; what: 'wallet' | 'money' }
  | { at: 'review'; haveWei: bigint }
  | { at: 'opening'; by: 'passkey' | 'browser' }
  | { at: 'password'; isWrong: boolean }
  | { at: 'wrong-network'; chainId: number }
  | { at: 'signing' }
  | { at: 'pending'; hash: string; have: number; needed: number; isReplaced: boolean }
  | { at: 'confirmed'; hash: string }
  | { at: 'failed'; problem: Problem; hash: string | null }

export type TransactionEvent =
  | { is: 'start' }
  | { is: 'no-wallet' }
  | { is: 'found'; hash: string }
  | { is: 'prepare'; what: 'wallet' | 'money' }
  | { is: 'funds'; needWei: bigint; haveWei: bigint }
  | { is: 'confirm'; by: 'passkey' | 'browser' }
  | { is: 'password-needed'; isWrong: boolean }
  | { is: 'wrong-network'; chainId: number }
  | { is: 'ready' }
  | { is: 'sent'; hash: string; needed: number }
  | { is: 'mined'; have: number }
  | { is: 'replaced'; hash: string }
  | { is: 'reorged' }
  | { is: 'failed'; problem: Problem }

type On<E extends TransactionEvent['is']> = (step: Step, event: Extract<TransactionEvent, { is: E }>) => Step

/** Before anything is asked. */
export const firstStep: Step = { at: 'checking' }

const beforeSigning = new Set<Step['at']>(['opening', 'password', 'wrong-network'])
const lacking = new Set<Step['at']>(['no-wallet', 'insufficient', 'preparing'])
const underWay = new Set<Step['at']>(['signing', 'pending'])
const over = new Set<Step['at']>(['confirmed', 'failed'])

const rules: { [E in TransactionEvent['is']]: On<E> } = {
  start: (step) => (underWay.has(step.at) ? step : firstStep),
  // It was carried out before, though nobody could say so then.
  found: (step, { hash }) => (step.at === 'checking' ? { at: 'confirmed', hash } : step),
  'no-wallet': (step) => (step.at === 'checking' ? { at: 'no-wallet' } : step),
  funds: (step, { needWei, haveWei }) => {
    if (step.at !== 'checking' && step.at !== 'preparing') return step
    return haveWei < needWei ? { at: 'insufficient', needWei, haveWei } : { at: 'review', haveWei }
  },
  prepare: (step, { what }) => (lacking.has(step.at) ? { at: 'preparing', what } : step),
  confirm: (step, { by }) => (step.at === 'review' || beforeSigning.has(step.at) ? { at: 'opening', by } : step),
  'password-needed': (step, { isWrong }) => (beforeSigning.has(step.at) ? { at: 'password', isWrong } : step),
  'wrong-network': (step, { chainId }) => (beforeSigning.has(step.at) ? { at: 'wrong-network', chainId } : step),
  ready: (step) => (beforeSigning.has(step.at) ? { at: 'signing' } : step),
  sent: (step, { hash, needed }) => (step.at === 'signing' ? { at: 'pending', hash, have: 0, needed, isReplaced: false } : step),
  mined: (step, { have }) => {
    if (step.at !== 'pending') return step
    return have >= step.needed ? { at: 'confirmed', hash: step.hash } : { ...step, have }
  },
  replaced: (step, { hash }) => (step.at === 'pending' ? { ...step, hash, isReplaced: true } : step),
  reorged: (step) => (step.at === 'pending' ? { ...step, have: 0 } : step),
  failed: (step, { problem }) => (over.has(step.at) ? step : { at: 'failed', problem, hash: step.at === 'pending' ? step.hash : null }),
}

/** The step after an event; the same step if the event does not belong to it. */
export const next = (step: Step, event: TransactionEvent): Step => (rules[event.is] as On<TransactionEvent['is']>)(step, event)

/** Whether a dialog may be closed without a word: nothing is being signed. */
export const mayLeave = ({ at }: Step): boolean => at !== 'signing'
