import { useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { enter, safeNext } from '../../lib/session.ts'
import { Logo, Rings, Wordmark } from '../../ui/brand.tsx'
import { useTitle } from '../../ui/header.tsx'
import { Link } from '../../ui/link.tsx'
import { EmailForm } from './email-form.tsx'
import { OtherWays } from './other-ways.tsx'
import { PasskeySignUp } from './passkey-sign-up.tsx'

/** The ways back in: passkey, wallet, email; then on to `next`. */
export function LoginPage() {
  const next = safeNext(useSearch({ from: '/login' }).next)
  useTitle('Log in')
  return (
    <Frame title="Welcome back" line="Your people have been busy.">
      <OtherWays onEntered={() => enter(next)}>
        <EmailForm join={false} onEntered={() => enter(next)} />
      </OtherWays>
      <p className="muted">
        New here?{' '}
        <Link to="/signup" search={{ next }} className="link">
          Join free
        </Link>
      </p>
    </Frame>
  )
}

/** A new account: by passkey or wallet, or by email. */
export function SignupPage() {
  const { next } = useSearch({ from: '/signup' })
  const [byEmail, setByEmail] = useState(false)
  const onward = next ? safeNext(next) : '/welcome'
  useTitle('Join')
  return (
    <Frame title="Join CoreFans" line="Free to follow. No wallet needed until you want one.">
      {byEmail ? <EmailForm join onEntered={() => enter(onward)} /> : <PasskeySignUp next={onward} />}
      <button type="button" className="btn ghost wide" onClick={() => setByEmail(!byEmail)}>
        {byEmail ? 'Use a passkey or a wallet instead' : 'Use email and password'}
      </button>
      <p className="muted">
        Already with us?{' '}
        <Link to="/login" search={{ next: safeNext(next) }} className="link">
          Log in
        </Link>
      </p>
      <p className="muted small">
        By joining you agree to the{' '}
        <Link to="/legal/$doc" params={{ doc: 'terms' }} className="link">
          terms
        </Link>{' '}
        and the{' '}
        <Link to="/legal/$doc" params={{ doc: 'privacy' }} className="link">
          privacy note
        </Link>
        .
      </p>
    </Frame>
  )
}

const Frame = ({ title, line, children }: { title: string; line: string; children: ReactNode }) => (
  <div className="account-enter">
    <Rings className="account-rings" />
    <header>
      <Link to="/" className="brand" aria-label="CoreFans, start page">
        <Logo />
        <Wordmark />
      </Link>
    </header>
    <main id="main" className="account-card" tabIndex={-1}>
      <h1>{title}</h1>
      <p className="muted">{line}</p>
      {children}
    </main>
  </div>
)
