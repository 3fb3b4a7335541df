import { type FormEvent, useState } from 'react'
import { TextField } from '../../ui/field.tsx'

const shortest = 10

/** Asks for a new password twice: nobody can reset it, so a slip of the finger would lose the wallet. */
export function PasswordWallet({ busy, onPassword }: { busy: boolean; onPassword: (password: string) => void }) {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [isSent, setSent] = useState(false)
  const tooShort = isSent && password.length < shortest ? `At least ${shortest} characters` : undefined
  const differs = isSent && password !== again ? 'The two are not the same' : undefined
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (password.length >= shortest && password === again) onPassword(password)
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      <TextField
        label="Wallet password"
        type="password"
        autoComplete="new-password"
        value={password}
        error={tooShort}
        hint="We never see it and cannot reset it. Keep it safe."
        onChange={(event) => setPassword(event.target.value)}
      />
      <TextField
        label="Once more"
        type="password"
        autoComplete="new-password"
        value={again}
        error={differs}
        onChange={(event) => setAgain(event.target.value)}
      />
      <button type="submit" className="btn pri wide" disabled={busy}>
        {busy ? 'Making your wallet …' : 'Create my wallet'}
      </button>
    </form>
  )
}
