import { batchLaunchOf, type LaunchBounds } from '@corefans/chain/launch.ts'
import type { TokenTerms } from '@corefans/chain/token-terms.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useConfig, useMe } from '../../lib/session.ts'
import { core } from '../../lib/wallet/amount.ts'
import { Bill, BillLine } from '../../ui/bill.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Link } from '../../ui/link.tsx'
import { TransactionDialog } from '../wallet/index.ts'
import { percent } from './token-amount.ts'
import { refreshTokens } from './token-queries.ts'
import { NetworkFee } from './true-cost.tsx'

type Props = { terms: TokenTerms; bounds: LaunchBounds; onClose: () => void }

/** The transaction that starts the ten minutes. */
export function OpenLaunch({ terms, bounds, onClose }: Props) {
  const queries = useQueryClient()
  const me = useMe()
  const contracts: Readonly<Record<string, string>> = useConfig()?.chain.contracts ?? {}
  const tokenFactory = contracts['tokenFactory']
  if (!tokenFactory)
    return (
      <Dialog title="Fair launch" onClose={onClose}>
        <p>There are no personal tokens on this network.</p>
      </Dialog>
    )
  return (
    <TransactionDialog
      title={`Fair launch of $${terms.symbol}`}
      request={{
        action: { does: 'openLaunch', with: { batchLaunch: batchLaunchOf(tokenFactory as `0x${string}`), terms, ...bounds } },
        costWei: 0n,
        done: `The launch of $${terms.symbol} is open`,
        onConfirmed: () => refreshTokens(queries),
      }}
      confirm="Start the ten minutes"
      success={{
        title: 'The clock runs.',
        text: 'Tell people: for ten minutes everybody can put money in, and all of them buy at one price.',
        action: (
          <Link to="/token/$handle" params={{ handle: me?.handle ?? '' }} className="btn pri" onClick={onClose}>
            See the launch
          </Link>
        ),
      }}
      onClose={onClose}
    >
      <Bill label="What starts">
        <BillLine name="Name" value={terms.name} />
        <BillLine kind="sub" name="Your part of each trade" value={percent(terms.creatorBps)} />
        <BillLine kind="sub" name="Of each wallet count at most" value={core(bounds.capWei)} />
        <BillLine kind="sub" name="Spent at most, all together" value={core(bounds.targetWei)} />
        <NetworkFee />
        <BillLine kind="sum" name="You pay" value={core(0n)} />
      </Bill>
      <p className="muted small">These terms cannot change once the clock runs. After the launch only your fee can, and only downward.</p>
    </TransactionDialog>
  )
}
