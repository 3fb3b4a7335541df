import type { ReadingClient } from '@corefans/chain/clients.ts'
import { TransactionReceiptNotFoundError, WaitForTransactionReceiptTimeoutError } from 'viem'
import { getBlockNumber, getTransactionReceipt, waitForTransactionReceipt } from 'viem/actions'
import type { TransactionEvent } from './transaction.ts'
import { WalletProblem } from './wallet-problem.ts'

type Tell = (event: TransactionEvent) => void
type Followed = { hash: `0x${string}`; needed: number }

/**
 * 1. Waits for the block, whoever replaced the transaction on its way. 2. Counts the blocks on top of it, asking each time
 * whether it still stands. 3. Where a reorg took it out again, starts from 1. Answers when `needed` blocks confirm it.
 */
export async function followTransaction(client: ReadingClient, { hash, needed }: Followed, tell: Tell): Promise<void> {
  let current = hash
  for (;;) {
    current = await mined(client, current, tell)
    if (await confirmed(client, { hash: current, needed }, tell)) return
    tell({ is: 'reorged' })
  }
}

async function mined(client: ReadingClient, hash: `0x${string}`, tell: Tell): Promise<`0x${string}`> {
  let isOther = false
  const onReplaced = ({ reason, transaction }: { reason: string; transaction: { hash: string } }) => {
    isOther = reason !== 'repriced'
    if (!isOther) tell({ is: 'replaced', hash: transaction.hash })
  }
  for (;;) {
    const receipt = await inRounds(() => waitForTransactionReceipt(client, { hash, onReplaced, timeout: client.pollingInterval * 10 }))
    if (isOther) throw new WalletProblem('wallet/replaced')
    if (receipt?.status === 'reverted') throw new WalletProblem('wallet/reverted')
    if (receipt) return receipt.transactionHash
  }
}

/** viem looks again only when a block comes, and a quiet devnet makes none: each round begins with a look of its own. */
const inRounds = <T>(wait: () => Promise<T>): Promise<T | null> =>
  wait().catch((error: unknown) => {
    if (error instanceof WaitForTransactionReceiptTimeoutError) return null
    throw error
  })

async function confirmed(client: ReadingClient, { hash, needed }: Followed, tell: Tell): Promise<boolean> {
  for (;;) {
    const [head, receipt] = await Promise.all([getBlockNumber(client, { cacheTime: 0 }), receiptOf(client, hash)])
    if (!receipt) return false
    const have = Number(head - receipt.blockNumber) + 1
    tell({ is: 'mined', have: Math.max(1, have) })
    if (have >= needed) return true
    await new Promise((resolve) => setTimeout(resolve, client.pollingInterval))
  }
}

const receiptOf = (client: ReadingClient, hash: `0x${string}`) =>
  getTransactionReceipt(client, { hash }).catch((error: unknown) => {
    if (error instanceof TransactionReceiptNotFoundError) return null
    throw error
  })
