import type { MessageSettings as Settings } from '@corefans/shared/contracts/messages.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { read } from '../../lib/query.ts'
import { Failure } from '../../ui/empty-state.tsx'
import { Switch } from '../../ui/field.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { toast } from '../../ui/toast.ts'

const query = read('GET /api/me/messages/settings', {})
const choices = [
  { key: 'everyone', label: 'Everyone' },
  { key: 'known', label: 'Whom I follow, and holders of my pass' },
  { key: 'nobody', label: 'Nobody' },
] as const

/** Who may begin to write, and what others see of one's reading. */
export function MessageSettings() {
  const queries = useQueryClient()
  const settings = useQuery(query)
  const change = useMutation({
    mutationFn: (part: Partial<Settings>) => api('PATCH /api/me/messages/settings', part),
    onSuccess: (next) => {
      queries.setQueryData(query.queryKey, next)
      toast('Saved')
    },
    onError: (error) => toast(`${sentenceOf(error)}. Nothing was saved.`),
  })
  if (settings.error) return <Failure error={settings.error} onRetry={() => void settings.refetch()} />
  if (!settings.data) return <Loading rows={1} />
  const { whoMayWrite, showsRead, showsTyping } = settings.data
  return (
    <section className="set">
      <h2>Messages</h2>
      <fieldset className="message-who">
        <legend>Who may begin to write to me</legend>
        <div className="chips">
          {choices.map(({ key, label }) => (
            <label key={key} className="chip">
              <input type="radio" name="who-may-write" checked={whoMayWrite === key} onChange={() => change.mutate({ whoMayWrite: key })} />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <Switch
        label="Show when I have read a message"
        hint="If you hide it, you do not see it of others either."
        checked={showsRead}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ showsRead: event.target.checked })}
      />
      <Switch
        label="Show when I am typing"
        checked={showsTyping}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ showsTyping: event.target.checked })}
      />
    </section>
  )
}
