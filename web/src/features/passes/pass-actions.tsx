import type { HeldView } from '@corefans/shared/contracts/passes.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../lib/query.ts'
import { useMe } from '../../lib/session.ts'
import { LendPass } from './lend-pass.tsx'
import { LoanNote } from './loan-note.tsx'
import { ReturnPass } from './return-pass.tsx'
import { TransferPass } from './transfer-pass.tsx'
import { UsePass } from './use-pass.tsx'

export type Doing = 'give' | 'lend' | 'return' | 'use'
const dialogs = { give: TransferPass, lend: LendPass, return: ReturnPass, use: UsePass }
export const labels = { use: 'Use it now', lend: 'Lend', give: 'Give away', return: 'Give it back' } as const

/** What its holder can do with a pass besides selling and renewing it. */
export function actionsOf({ isMine, loan, active, policy, consumed, tier }: HeldView): Doing[] {
  if (!isMine) return ['return']
  if (loan) return []
  const mayUse = tier.consumable && active && !consumed
  const mayMove = policy !== 'soulbound'
  return [...(mayUse ? (['use'] as const) : []), ...(mayMove && active ? (['lend'] as const) : []), ...(mayMove ? (['give'] as const) : [])]
}

/** The dialog of an action; it stands above lists, because the pass may leave them before the dialog has said so. */
export function PassActionDialog({ of: { holding, doing }, onClose }: { of: { holding: HeldView; doing: Doing }; onClose: () => void }) {
  const Show = dialogs[doing]
  return <Show holding={holding} onClose={onClose} />
}

/** The buttons of a pass, one for each action. */
export const PassActionButtons = ({ holding, onDo }: { holding: HeldView; onDo: (doing: Doing) => void }) =>
  actionsOf(holding).map((doing) => (
    <button key={doing} type="button" className={doing === 'use' ? 'btn pri slim' : 'btn ghost slim'} onClick={() => onDo(doing)}>
      {labels[doing]}
    </button>
  ))

/** On the page of one pass: its actions and its loan, for whoever holds it; nothing for anybody else. */
export function PassActions({ collection, tokenId }: { collection: string; tokenId: string }) {
  const me = useMe()
  const holdings = useQuery({ ...read('GET /api/me/passes', {}), enabled: me !== null })
  const [done, setDone] = useState<{ holding: HeldView; doing: Doing } | null>(null)
  const holding = holdings.data?.items.find((one) => one.tier.collection === collection && one.tokenId === tokenId)
  return (
    <>
      {holding && actionsOf(holding).length + Number(holding.loan !== null) > 0 && (
        <section className="pass-actions" aria-label="Your pass">
          <LoanNote holding={holding} />
          <div className="buttons">
            <PassActionButtons holding={holding} onDo={(doing) => setDone({ holding, doing })} />
          </div>
        </section>
      )}
      {done && <PassActionDialog of={done} onClose={() => setDone(null)} />}
    </>
  )
}
