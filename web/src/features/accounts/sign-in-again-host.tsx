import { Suspense } from 'react'
import { askedToSignIn } from '../../lib/fresh.ts'
import { useMe } from '../../lib/session.ts'
import { useStore } from '../../lib/store.ts'
import { part } from '../../ui/part.tsx'

const SignInAgain = part(() => import('./sign-in-again.tsx'), 'SignInAgain')

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
