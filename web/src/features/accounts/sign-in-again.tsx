import { useMutation } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import type { Asked } from '../../lib/fresh.ts'
import { sentenceOf } from '../../lib/problem.ts'
import type { Me } from '../../lib/session.ts'
import { useConfig } from '../../lib/session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.ts'
import { EmailForm } from './email-form.tsx'
import { OtherWays } from './other-ways.tsx'

/** Asks to sign in again, in any of the ways in. */
export function SignInAgain({ asked: { go }, me }: { asked: Asked; me: Me }) {
  const isDemo = useConfig()?.demo === true
  // Whoever signs in as somebody else has left what was begun: it is not done for the other account.
  const onEntered = ({ accountId }: { accountId: string }) => (accountId === me.id ? go(true) : window.location.assign('/'))
  return (
    <Dialog title="Sign in again" onClose={() => go(false)}>
      <div className="form">
        <p>This changes who gets into your account or who is paid. Show that it is you, and it goes on.</p>
        <OtherWays onEntered={onEntered}>
          <EmailForm join={false} onEntered={onEntered} />
        </OtherWays>
        {isDemo && <AsDemo handle={me.handle} onEntered={onEntered} />}
      </div>
    </Dialog>
  )
}

/** In the demo world anyone can be anyone, without a word or a key. */
function AsDemo({ handle, onEntered }: { handle: string; onEntered: (who: { accountId: string }) => void }) {
  const become = useMutation({
    mutationFn: () => api('POST /api/demo/sign-in', { handle }),
    onSuccess: onEntered,
    onError: (error) => toast(sentenceOf(error)),
  })
  return (
    <button type="button" className="btn ghost wide" disabled={become.isPending} onClick={() => become.mutate()}>
      Go on as @{handle} (demo)
    </button>
  )
}
