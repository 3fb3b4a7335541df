import type { TierView } from '@corefans/shared/contracts/passes.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { invalidate } from '../../lib/query.ts'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import type { WalletAction } from '../../lib/wallet/wallet-actions.ts'
import { toast } from '../../ui/toast.ts'
import { TransactionDialog } from '../wallet/index.ts'
import type { MyCollection } from './my-collections.ts'
import { refreshPasses } from './refresh-passes.ts'
import { blankTier, draftOf, type TierDraft, type TierTermsDraft, termsOfDraft, wordsOfDraft } from './tier-draft.ts'
import { TierForm } from './tier-form.tsx'
import { TierTerms } from './tier-terms.tsx'
import { useDollar } from './use-dollar.ts'

type Props = { tiers: readonly TierView[]; edited: TierView | 'new'; collections: readonly MyCollection[]; onClose: () => void }
type Prepared = { action: WalletAction; from: string; terms: TierTermsDraft; name: string }

/** Makes or changes a tier: its words go to CoreFans, its terms to the chain. Words alone need no wallet. */
export function TierEditor({ tiers, edited, collections, onClose }: Props) {
  const tier = edited === 'new' ? null : edited
  const tierId = tier?.tierId ?? Math.max(0, ...tiers.map((one) => one.tierId)) + 1
  const queries = useQueryClient()
  const dollar = useDollar()?.token
  const [prepared, setPrepared] = useState<Prepared | null>(null)
  const save = useMutation({
    mutationFn: async (draft: TierDraft) => {
      const words = wordsOfDraft(draft)
      await api('PUT /api/me/tiers/:tierId', { tierId, ...words })
      return prepare({ tier, tierId, terms: termsOfDraft(draft, dollar), name: words.name, collections })
    },
    onSuccess: (next) => {
      refreshPasses(queries)
      if (next) return setPrepared(next)
      toast('Saved')
      onClose()
    },
  })
  if (!prepared)
    return (
      <TierForm
        tier={tier}
        initial={tier ? draftOf(tier) : blankTier}
        error={save.error}
        busy={save.isPending}
        onSave={save.mutate}
        onClose={onClose}
      />
    )
  const { action, from, terms, name } = prepared
  return (
    <TransactionDialog
      title={tier ? `Change ${name}` : `Put ${name} on sale`}
      request={{
        action,
        costWei: 0n,
        from,
        done: `“${name}” is on sale`,
        onConfirmed: () => {
          refreshPasses(queries)
          void invalidate(queries, 'my-collections')
        },
      }}
      confirm={tier ? 'Change it' : 'Put it on sale'}
      success={{
        title: tier ? 'Changed.' : 'On sale.',
        text: `“${name}” is on the chain with these terms.`,
        action: (
          <button type="button" className="btn pri" onClick={onClose}>
            Done
          </button>
        ),
      }}
      onClose={onClose}
    >
      <TierTerms terms={terms} isNew={action.does === 'createCollectionWithTier'} />
    </TransactionDialog>
  )
}

/** The action that brings the terms to the chain; null where they are there already. */
async function prepare({
  tier,
  tierId,
  terms,
  name,
  collections,
}: {
  tier: TierView | null
  tierId: number
  terms: TierTermsDraft
  name: string
  collections: readonly MyCollection[]
}): Promise<Prepared | null> {
  const place =
    collections.find((one) => one.collection.toLowerCase() === tier?.collection) ?? collections.find((one) => one.exists) ?? collections[0]
  if (!place) return null
  const { wallet: from, collection: pass, passFactory, exists } = place
  if (!exists)
    return { action: { does: 'createCollectionWithTier', with: { passFactory, tierId, perks: 0n, ...terms } }, from, terms, name }
  const now = await (await loadEngine()).termsOf({ collection: pass, tierId })
  return now && isSame(now, terms)
    ? null
    : { action: { does: 'setTier', with: { pass, tierId, perks: now?.perks ?? 0n, ...terms } }, from, terms, name }
}

/** Addresses come in two spellings; all else is the same or it is not. */
const isSame = (now: TierTermsDraft, terms: TierTermsDraft): boolean =>
  (Object.keys(terms) as (keyof TierTermsDraft)[]).every((key) => String(now[key]).toLowerCase() === String(terms[key]).toLowerCase())
