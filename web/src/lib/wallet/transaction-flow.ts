import type { WalletView } from '@corefans/shared/contracts/accounts.ts'
import { toast } from '../../ui/toast.ts'
import { api } from '../api.ts'
import { createStore, type Store } from '../store.ts'
import type { Coin } from './amount.ts'
import { carryOut } from './carry-out.ts'
import { type Engine, loadEngine } from './load-engine.ts'
import { firstStep, next, type Problem, type Step, type TransactionEvent } from './transaction.ts'
import type { WalletAction } from './wallet-actions.ts'

/** What is to be done, what it takes from the wallet, and what is said when it is done. */
export type TransactionRequest = {
  action: WalletAction
  /** In base units of `coin`; of the chain's own coin unless one is named. */
  costWei: bigint
  coin?: Coin | undefined
  from?: string | undefined
  done: string
  onConfirmed?: () => void
  /** The transaction that has carried this request out, if one has: asked before each try, so that no try charges twice. */
  carriedOut?: () => Promise<string | null>
}

/** One money action on its way. It lives outside of the page's parts: closing the dialog does not end it. */
export type Flow = {
  step: Store<Step>
  payer: Store<WalletView | null>
  check: () => void
  confirm: (password?: string) => void
  switchNetwork: () => void
  /** Makes what is missing, a wallet and on a test network its money, and goes on to the payment: one press. */
  prepare: (may: { topUp: boolean }) => void
  cancel: () => void
  attach: () => () => void
}

/** `watchers` are the dialogs that show it; an attempt with an old number has no say any more. */
type TransactionRun = { request: TransactionRequest; step: Store<Step>; payer: Store<WalletView | null>; watchers: number; attempt: number }
type Work = (engine: Engine, isCurrent: () => boolean) => Promise<void>

const notLoaded: Problem = { code: 'web/offline', words: 'The wallet could not be loaded. Check your connection and try again.' }
const cancelled: Problem = { code: 'wallet/rejected', words: 'You cancelled. Nothing was charged.' }
const unsure: Problem = {
  code: 'wallet/unsure',
  words: 'The network did not answer, so we cannot say whether this was sent. Look at your wallet before you try again.',
}

/** Begins a money action; it asks for nothing until `attach` shows it to somebody. */
export function openTransaction(request: TransactionRequest): Flow {
  const run: TransactionRun = {
    request,
    step: createStore<Step>(firstStep),
    payer: createStore<WalletView | null>(null),
    watchers: 0,
    attempt: 0,
  }
  return {
    step: run.step,
    payer: run.payer,
    check: () => check(run),
    confirm: (password) => confirm(run, password),
    switchNetwork: () => switchNetwork(run),
    cancel: () => {
      run.attempt += 1
      fail(run, cancelled)
    },
    prepare: (may) => prepare(run, may),
    attach: () => attach(run),
  }
}

function tell(run: TransactionRun, event: TransactionEvent): void {
  run.step.set(next(run.step.get(), event))
}

function fail(run: TransactionRun, problem: Problem): void {
  const isUnsure = run.step.get().at === 'signing' && problem.code === 'chain/unreachable'
  tell(run, { is: 'failed', problem: isUnsure ? unsure : problem })
  if (run.watchers === 0) toast(problem.words)
}

function inEngine(run: TransactionRun, work: Work): void {
  run.attempt += 1
  const mine = run.attempt
  const isCurrent = () => mine === run.attempt
  void loadEngine().then(
    (engine) =>
      work(engine, isCurrent).catch((error: unknown) => {
        if (isCurrent()) fail(run, engine.problemOf(error))
      }),
    () => isCurrent() && fail(run, notLoaded),
  )
}

function check(run: TransactionRun): void {
  tell(run, { is: 'start' })
  inEngine(run, async (engine, isCurrent) => {
    const { from, coin, carriedOut } = run.request
    const hash = (await carriedOut?.()) ?? null
    const wallet = await engine.payingWallet(from)
    const haveWei = wallet ? await engine.balanceOf(wallet.address, coin) : 0n
    if (!isCurrent()) return
    if (hash) return end(run, hash)
    run.payer.set(wallet)
    tell(run, wallet ? { is: 'funds', needWei: run.request.costWei, haveWei } : { is: 'no-wallet' })
  })
}

function end(run: TransactionRun, hash: string): void {
  tell(run, { is: 'found', hash })
  run.request.onConfirmed?.()
}

function confirm(run: TransactionRun, password?: string): void {
  const wallet = run.payer.get()
  if (!wallet) return
  tell(run, { is: 'confirm', by: wallet.kind === 'browser' ? 'browser' : 'passkey' })
  inEngine(run, async (engine, isCurrent) => {
    const isDone = await carryOut({ engine, wallet, password, isCurrent, action: run.request.action, tell: (event) => tell(run, event) })
    if (!isDone) return
    run.request.onConfirmed?.()
    if (run.watchers === 0) toast(run.request.done)
  })
}

function switchNetwork(run: TransactionRun): void {
  const wallet = run.payer.get()
  if (!wallet) return
  inEngine(run, async (_engine, isCurrent) => {
    const { switchToOurs } = await import('./browser-wallet.ts')
    await switchToOurs(wallet.address)
    if (isCurrent()) confirm(run)
  })
}

function prepare(run: TransactionRun, may: { topUp: boolean }): void {
  const { costWei: needWei, coin } = run.request
  inEngine(run, async (engine, isCurrent) => {
    const wallet = run.payer.get() ?? (await madeWallet(run, engine))
    if (!isCurrent()) return
    run.payer.set(wallet)
    let haveWei = await engine.balanceOf(wallet.address, coin)
    if (may.topUp && haveWei < needWei) {
      tell(run, { is: 'prepare', what: 'money' })
      haveWei = await toppedUp(engine, wallet, run.request)
    }
    if (!isCurrent()) return
    tell(run, { is: 'funds', needWei, haveWei })
    if (run.step.get().at === 'review') confirm(run)
  })
}

function madeWallet(run: TransactionRun, engine: Engine): Promise<WalletView> {
  tell(run, { is: 'prepare', what: 'wallet' })
  return engine.makePasskeyWallet()
}

/** How often the faucet is asked for one payment. */
const mostLots = 5

/** Test money until there is enough; what there is when the faucet gives no more. */
async function toppedUp(engine: Engine, wallet: WalletView, { costWei, coin }: TransactionRequest): Promise<bigint> {
  let haveWei = await engine.balanceOf(wallet.address, coin)
  for (let lot = 0; lot < mostLots && haveWei < costWei; lot++) {
    const hash = coin ? await engine.takeCoin(wallet, coin) : (await api('POST /api/demo/faucet', { address: wallet.address })).txHash
    await engine.followTransaction(await engine.readingClient(), { hash: hash as `0x${string}`, needed: 1 }, () => {})
    haveWei = await engine.balanceOf(wallet.address, coin)
  }
  return haveWei
}

function attach(run: TransactionRun): () => void {
  if (run.attempt === 0) check(run)
  run.watchers += 1
  return () => {
    run.watchers -= 1
  }
}
