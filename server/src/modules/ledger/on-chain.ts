import type { Host } from '../../kernel/host.ts'
import type { InboxLog } from '../../kernel/ports/chain.ts'
import { post } from './post.ts'
import { reverse } from './reverse.ts'
import { meaningsOf } from './rules/index.ts'
import type { Posting } from './rules/types.ts'

/** Every log of our contracts is booked in the transaction that takes it in, and taken back when a reorg takes it away. */
export function onChain(host: Host): void {
  host.onChain({
    name: 'ledger',
    apply: (ctx, logs) => post(ctx, postingsOf(logs)),
    undo: (ctx, logs) => reverse(ctx, logs),
  })
}

/** The postings of logs in chain order. */
export function postingsOf(logs: readonly InboxLog[]): Posting[] {
  return meaningsOf(logs).map(({ log: { block, txHash, positionInTx }, meaning }) => ({ ...meaning, block, txHash, positionInTx }))
}
