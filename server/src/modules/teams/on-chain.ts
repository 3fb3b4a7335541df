import type { Host } from '../../kernel/host.ts'
import type { InboxLog } from '../../kernel/ports/chain.ts'
import { splitLogOf } from './split-log.ts'
import { forgetSplits, writeSplits } from './split-store.ts'

const said = (logs: readonly InboxLog[]) => logs.map(splitLogOf).filter((log) => log !== null)

/** Splits and what they paid out follow the head block. */
export function onChain(host: Host): void {
  host.onChain({
    name: 'teams',
    apply: (ctx, logs) => writeSplits(ctx, said(logs)),
    undo: (ctx, logs) => forgetSplits(ctx, said(logs)),
  })
}
