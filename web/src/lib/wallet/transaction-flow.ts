import type { WalletView } from '@corefans/shared/contracts/accounts.ts'
import { toast } from '../../ui/toast.ts'
import { api } from '../api.ts'
import { createStore, type Store } from '../store.ts'
import type { Coin } from './amount.ts'
import { carryOut } from './carry-out.ts'
import type { Deed } from './deeds.ts'
import { type Engine, loadEngine } from './load-engine.ts'
import { firstStep, next, type Problem, type Step, type TransactionEvent } from './transaction.ts'

/** What is to be done, what it takes from the wallet, and what is said when it is done. */
export type Order = {
  deed: Deed
  /** In base units of `coin`; of the chain's own coin unless one is named. */
  costWei: bigint
  coin?: Coin | undefined
  from?: string | undefined
  done: string
  onConfirmed?: () => void
  /** The transaction that has carried this order out, if one has: asked before each try, so that no try charges twice. */
  carriedOut?: () => Promise<string | null>
}

/** One money action on its way. It lives outside of the page's parts: closing the dialog does not end it. */
export type Flow = {
  step: Store<Step>
  payer: Store<WalletView | null>
  check: () => void
  confirm: (password?: string) => void
  switchNetwork: () => void
  cancel: () => void
  topUp: () => void
  attach: () => () => void
}

/** `watchers` are the dialogs that show it; an attempt with an old number has no say any more. */
type Course = { order: Order; step: Store<Step>; payer: Store<WalletView | null>; watchers: number; attempt: number }
type Work = (engine: Engine, isCurrent: () => boolean) => Promise<void>

const notLoaded: Problem = { code: 'web/offline', words: 'The wallet could not be loaded. Check your connection and try again.' }
const cancelled: Problem = { code: 'wallet/rejected', words: 'You cancelled. Nothing was charged.' }
const unsure: Problem = {
  code: 'wallet/unsure',
  words: 'The network did not answer, so we cannot say whether this was sent. Look at your wallet before you try again.',
}

/** Begins a money action; it asks for nothing until `attach` shows it to somebody. */
export function openTransaction(order: Order): Flow {
  const course: Course = { order, step: createStore<Step>(firstStep), payer: createStore<WalletView | null>(null), watchers: 0, attempt: 0 }
  return {
    step: course.step,
    payer: course.payer,
    check: () => check(course),
    confirm: (password) => confirm(course, password),
    switchNetwork: () => switchNetwork(course),
    cancel: () => {
      course.attempt += 1
      fail(course, cancelled)
    },
    topUp: () => topUp(course),
    attach: () => attach(course),
  }
}

function tell(course: Course, event: TransactionEvent): void {
  course.step.set(next(course.step.get(), event))
}

function fail(course: Course, problem: Problem): void {
  const isUnsure = course.step.get().at === 'signing' && problem.code === 'chain/unreachable'
  tell(course, { is: 'failed', problem: isUnsure ? unsure : problem })
  if (course.watchers === 0) toast(problem.words)
}

function run(course: Course, work: Work): void {
  course.attempt += 1
  const mine = course.attempt
  const isCurrent = () => mine === course.attempt
  void loadEngine().then(
    (engine) =>
      work(engine, isCurrent).catch((error: unknown) => {
        if (isCurrent()) fail(course, engine.problemOf(error))
      }),
    () => isCurrent() && fail(course, notLoaded),
  )
}

function check(course: Course): void {
  tell(course, { is: 'start' })
  run(course, async (engine, isCurrent) => {
    const { from, coin, carriedOut } = course.order
    const hash = (await carriedOut?.()) ?? null
    const wallet = await engine.payingWallet(from)
    const haveWei = wallet ? await engine.balanceOf(wallet.address, coin) : 0n
    if (!isCurrent()) return
    if (hash) return end(course, hash)
    course.payer.set(wallet)
    tell(course, wallet ? { is: 'funds', needWei: course.order.costWei, haveWei } : { is: 'no-wallet' })
  })
}

function end(course: Course, hash: string): void {
  tell(course, { is: 'found', hash })
  course.order.onConfirmed?.()
}

function confirm(course: Course, password?: string): void {
  const wallet = course.payer.get()
  if (!wallet) return
  tell(course, { is: 'confirm', by: wallet.kind === 'browser' ? 'browser' : 'passkey' })
  run(course, async (engine, isCurrent) => {
    const isDone = await carryOut({ engine, wallet, password, isCurrent, deed: course.order.deed, tell: (event) => tell(course, event) })
    if (!isDone) return
    course.order.onConfirmed?.()
    if (course.watchers === 0) toast(course.order.done)
  })
}

function switchNetwork(course: Course): void {
  const wallet = course.payer.get()
  if (!wallet) return
  run(course, async (_engine, isCurrent) => {
    const { switchToOurs } = await import('./browser-wallet.ts')
    await switchToOurs(wallet.address)
    if (isCurrent()) confirm(course)
  })
}

function topUp(course: Course): void {
  const wallet = course.payer.get()
  if (!wallet) return
  tell(course, { is: 'start' })
  run(course, async (engine, isCurrent) => {
    const txHash = course.order.coin
      ? await engine.takeCoin(wallet, course.order.coin)
      : (await api('POST /api/demo/faucet', { address: wallet.address })).txHash
    await engine.followTransaction(await engine.readingClient(), { hash: txHash as `0x${string}`, needed: 1 }, () => {})
    if (isCurrent()) check(course)
  })
}

function attach(course: Course): () => void {
  if (course.attempt === 0) check(course)
  course.watchers += 1
  return () => {
    course.watchers -= 1
  }
}
