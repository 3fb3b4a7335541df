import type { WalletView } from '@corefans/shared/contracts/accounts.ts'
import type { Engine } from './load-engine.ts'
import type { TransactionEvent } from './transaction.ts'
import type { WalletAction } from './wallet-actions.ts'

type Attempt = {
  engine: Engine
  wallet: WalletView
  password: string | undefined
  isCurrent: () => boolean
  action: WalletAction
  tell: (event: TransactionEvent) => void
}

/** Opens the wallet, signs, sends and follows; true when it is confirmed. Stops where the person left or must act first. */
export async function carryOut({ engine, wallet, password, isCurrent, action, tell }: Attempt): Promise<boolean> {
  const active = await opened(engine, wallet, password)
  if (!isCurrent()) return false
  if (active.is !== 'ready') {
    tell(active)
    return false
  }
  tell({ is: 'ready' })
  const hash = await engine.perform(active.client, action)
  const { confirmations: needed } = await engine.chainConfig()
  tell({ is: 'sent', hash, needed })
  await followed(engine, { hash, needed }, tell)
  return true
}

/** A wrong password is asked again; anything else that fails is a failure. */
async function opened(engine: Engine, wallet: WalletView, password: string | undefined) {
  try {
    const active = await engine.activeWallet(wallet, password)
    return active.is === 'password-needed' ? { ...active, isWrong: false } : active
  } catch (error) {
    if (password === undefined || engine.problemOf(error).code !== 'wallet/wrong-secret') throw error
    return { is: 'password-needed' as const, isWrong: true }
  }
}

/** What is sent is sent: a lost connection is waited out, because giving up would say something false about the money. */
async function followed(
  engine: Engine,
  transaction: { hash: `0x${string}`; needed: number },
  tell: (event: TransactionEvent) => void,
): Promise<void> {
  const client = await engine.readingClient()
  for (;;) {
    try {
      return await engine.followTransaction(client, transaction, tell)
    } catch (error) {
      if (engine.problemOf(error).code !== 'chain/unreachable') throw error
      await new Promise((resolve) => setTimeout(resolve, 3_000))
    }
  }
}
