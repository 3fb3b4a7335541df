import { areGoodTerms, type TokenTerms } from '@corefans/chain/token-terms.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../lib/api.ts'
import { ApiProblem, sentenceOf } from '../../lib/problem.ts'
import { useMe } from '../../lib/session.ts'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.ts'
import { MakeWallet, useWords } from '../wallet/index.ts'
import { TermsFields } from './terms-fields.tsx'
import { refreshTokens } from './token-queries.ts'

type Props = { handle: string; onClose: () => void }
type Need = 'nothing' | 'no-wallet' | 'password-needed' | 'wrong-network' | 'not-here'

const needs: Partial<Record<Need, string>> = {
  'wrong-network': 'Your wallet is on another network. Switch it, then sign.',
  'not-here': 'There are no personal tokens on this network.',
}

/** Opens one's own token: a few terms, one signature, no money. Whoever buys first brings it to the chain. */
export function OpenToken({ handle, onClose }: Props) {
  const me = useMe()
  const queries = useQueryClient()
  const [terms, setTerms] = useState<TokenTerms>(() => firstTerms(handle, me?.name))
  const [need, setNeed] = useState<Need>('nothing')
  const [password, setPassword] = useState('')
  const { words, say, clear } = useWords()
  const open = useMutation({
    mutationFn: async () => {
      const signing = await (await loadEngine()).signOwnTerms(terms, password || undefined)
      if (signing.is !== 'signed') return signing.is
      const { creator, validUntilS, signature } = signing.signed
      await api('PUT /api/me/token', { wallet: creator, terms, validUntilS: validUntilS.toString(), signature })
      return 'done' as const
    },
    onMutate: clear,
    onSuccess: (outcome) => {
      if (outcome !== 'done') return setNeed(outcome)
      refreshTokens(queries)
      toast(`$${terms.symbol} is open`)
      onClose()
    },
    onError: (error) => (error instanceof ApiProblem ? undefined : say(error)),
  })
  if (need === 'no-wallet') return <FirstAWallet onDone={() => setNeed('nothing')} onClose={onClose} />
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (areGoodTerms(terms)) open.mutate()
  }
  return (
    <Dialog title="Open my token" onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <p>
          People who believe in you can buy it; its price follows how much is held. You sign the terms below, which costs nothing and moves
          nothing. Your token comes into being with its first purchase, paid by whoever buys.
        </p>
        <TermsFields terms={terms} onChange={setTerms} />
        {need === 'password-needed' && (
          <TextField
            label="Wallet password"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
        <p role="alert" className="form-err">
          {needs[need] ?? (open.error instanceof ApiProblem ? sentenceOf(open.error) : words)}
        </p>
        <button type="submit" className="btn pri wide" disabled={open.isPending || !areGoodTerms(terms)}>
          {open.isPending ? 'Check your wallet …' : 'Sign, for free'}
        </button>
        <p className="muted small">Until somebody buys you can sign other terms. After that only your fee can change, and only downward.</p>
      </form>
    </Dialog>
  )
}

const FirstAWallet = ({ onDone, onClose }: { onDone: () => void; onClose: () => void }) => (
  <Dialog title="First, a wallet" onClose={onClose}>
    <div className="form">
      <p>Your token belongs to your wallet, and so do its fees. It is made here in a second.</p>
      <MakeWallet onDone={onDone} />
    </div>
  </Dialog>
)

function firstTerms(handle: string, name: string | undefined): TokenTerms {
  const symbol = handle
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, 11)
  return { name: (name ?? handle).slice(0, 20), symbol, preset: 1, creatorBps: 300, lockSeconds: 0 }
}
