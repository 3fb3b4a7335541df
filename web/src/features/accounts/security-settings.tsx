import type { SessionView } from '@corefans/shared/contracts/accounts.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidate, read } from '../../lib/query.ts'
import { Failure } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.ts'
import { deviceName } from './device-name.ts'
import { Passkeys } from './passkeys.tsx'

/** The open sessions of the account, and the ways into it. */
export function SecuritySettings() {
  const list = read('GET /api/sessions', {})
  const sessions = useQuery(list)
  const queries = useQueryClient()
  const end = useMutation({
    mutationFn: (sessionId: string | null) =>
      sessionId ? api('DELETE /api/sessions/:sessionId', { sessionId }) : api('POST /api/sessions/revoke-others', {}),
    onSuccess: () => toast('Signed out there'),
    onError: (error) => toast(sentenceOf(error)),
    onSettled: () => invalidate(queries, 'GET /api/sessions'),
  })
  if (sessions.error) return <Failure error={sessions.error} onRetry={() => void sessions.refetch()} />
  if (!sessions.data) return <Loading rows={1} />
  const others = sessions.data.items.filter((session) => !session.current)
  return (
    <>
      <Passkeys />
      <section className="set">
        <h2>Where you are signed in</h2>
        <ul className="rows">
          {sessions.data.items.map((session) => (
            <Session key={session.id} session={session} onEnd={() => end.mutate(session.id)} />
          ))}
        </ul>
        {others.length > 0 && (
          <button type="button" className="btn sec" disabled={end.isPending} onClick={() => end.mutate(null)}>
            Sign out everywhere else
          </button>
        )}
      </section>
    </>
  )
}

const Session = ({ session, onEnd }: { session: SessionView; onEnd: () => void }) => (
  <li>
    <div>
      <b title={session.device}>{deviceName(session.device)}</b>
      <small>
        {session.current ? (
          'This device'
        ) : (
          <>
            Last seen <Time iso={session.lastSeenAt} as="full" />
          </>
        )}
      </small>
    </div>
    {!session.current && (
      <button type="button" className="btn ghost slim" onClick={onEnd} aria-label={`Sign out ${deviceName(session.device)}`}>
        Sign out
      </button>
    )}
  </li>
)
