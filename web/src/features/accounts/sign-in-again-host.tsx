import { lazy, Suspense } from 'react'
import { askedToSignIn } from '../../lib/fresh.ts'
import { useMe } from '../../lib/session.ts'
import { useStore } from '../../lib/store.ts'

const SignInAgain = lazy(() => import('./sign-in-again.tsx').then((module) => ({ default: module.SignInAgain })))

/** Stands in the shell and asks to sign in again when a call needs it. */
export function SignInAgainHost() {
  const asked = useStore(askedToSignIn)
  const me = useMe()
  if (!asked || !me) return null
  return (
    <Suspense>
      <SignInAgain asked={asked} me={me} />
    </Suspense>
  )
}
