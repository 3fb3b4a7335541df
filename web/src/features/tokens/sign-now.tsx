import { areGoodTerms, type TokenTerms } from '@corefans/chain/token-terms.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../lib/api.ts'
import { ApiProblem, sentenceOf } from '../../lib/problem.ts'
import { loadEngine } from '../../lib/wallet/load-engine.ts'
import { TextField } from '../../ui/field.tsx'
import { FormError } from '../../ui/notice.tsx'
import { toast } from '../../ui/toast.ts'
import { useWords } from '../wallet/index.ts'
import { refreshTokens } from './token-queries.ts'

type Props = { terms: TokenTerms; onNoWallet: () => void; onClose: () => void }
type Need = 'nothing' | 'password-needed' | 'wrong-network' | 'not-here'

const needs: Partial<Record<Need, string>> = {
  'wrong-network': 'Your wallet is on another network. Switch it, then sign.',
  'not-here': 'There are no personal tokens on this network.',
}

/** The signature that opens a token now: whoever buys first brings it to the chain. */
export function SignNow({ terms, onNoWallet, onClose }: Props) {
  const queries = useQueryClient()
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
      if (outcome === 'no-wallet') return onNoWallet()
      if (outcome !== 'done') return setNeed(outcome)
      refreshTokens(queries)
      toast(`$${terms.symbol} is open`)
      onClose()
    },
    onError: (error) => (error instanceof ApiProblem ? undefined : say(error)),
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (areGoodTerms(terms)) open.mutate()
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      {need === 'password-needed' && (
        <TextField
          label="Wallet password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      )}
      <FormError>{needs[need] ?? (open.error instanceof ApiProblem ? sentenceOf(open.error) : words)}</FormError>
      <button type="submit" className="btn pri wide" disabled={open.isPending || !areGoodTerms(terms)}>
        {open.isPending ? 'Check your wallet …' : 'Sign, for free'}
      </button>
      <p className="muted small">Until somebody buys you can sign other terms. After that only your fee can change, and only downward.</p>
    </form>
  )
}
