import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ApiProblem, sentenceOf } from '../../lib/problem.ts'
import type { OrderSigning, SigningNeed } from '../../lib/wallet/market-reads.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormError } from '../../ui/notice.tsx'
import { toast } from '../../ui/toast.ts'
import { MakeWallet, useWords } from '../wallet/index.ts'
import { refreshMarket } from './market-queries.ts'

type Props<Body> = {
  title: string
  label: string
  done: string
  mayGo: boolean
  sign: (password: string | undefined) => Promise<OrderSigning<Body>>
  post: (body: Body) => Promise<unknown>
  children: ReactNode
  /** What to show instead of the problem's sentence, where there is more to do about it. */
  onProblem?: (problem: ApiProblem) => ReactNode
  onClose: () => void
}

const needs: Partial<Record<SigningNeed, string>> = {
  'wrong-network': 'Your wallet is on another network. Switch it, then sign.',
  'not-here': 'There is no market on this network.',
}

/** Something that is signed and kept here, and costs nothing until somebody takes it up. */
export function SignDialog<Body>({ title, label, done, mayGo, sign, post, children, onProblem, onClose }: Props<Body>) {
  const queries = useQueryClient()
  const [need, setNeed] = useState<SigningNeed | null>(null)
  const [password, setPassword] = useState('')
  const { words, say, clear } = useWords()
  const go = useMutation({
    mutationFn: async () => {
      const signing = await sign(password || undefined)
      if (signing.is !== 'signed') return signing.is
      await post(signing.body)
      return null
    },
    onMutate: clear,
    onSuccess: (outcome) => {
      if (outcome) return setNeed(outcome)
      refreshMarket(queries)
      toast(done)
      onClose()
    },
    onError: (error) => (error instanceof ApiProblem ? undefined : say(error)),
  })
  if (need === 'no-wallet') return <FirstAWallet onDone={() => setNeed(null)} onClose={onClose} />
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (mayGo && !go.isPending) go.mutate()
  }
  const problem = go.error instanceof ApiProblem ? go.error : null
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        {children}
        {need === 'password-needed' && <WalletPassword value={password} onChange={setPassword} />}
        {problem && onProblem?.(problem)}
        <FormError>{wordsOf(need, problem) ?? words}</FormError>
        <button type="submit" className="btn pri wide" disabled={!mayGo || go.isPending}>
          {go.isPending ? 'Check your wallet …' : label}
        </button>
      </form>
    </Dialog>
  )
}

const wordsOf = (need: SigningNeed | null, problem: ApiProblem | null): string | undefined =>
  (need ? needs[need] : undefined) ?? (problem ? sentenceOf(problem) : undefined)

const FirstAWallet = ({ onDone, onClose }: { onDone: () => void; onClose: () => void }) => (
  <Dialog title="First, a wallet" onClose={onClose}>
    <div className="form">
      <MakeWallet onDone={onDone} />
    </div>
  </Dialog>
)

const WalletPassword = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => (
  <TextField
    label="Wallet password"
    type="password"
    autoComplete="current-password"
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
)
