import type { WireEvent } from '@corefans/shared/events/wire.ts'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { invalidate, readPages } from '../../lib/query.ts'
import { Blank } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { Pages } from '../../ui/pages.tsx'
import { TabBar } from '../../ui/tabs.tsx'
import { toast } from '../../ui/toast.ts'
import { NeedsAccount } from '../accounts/index.ts'
import { NotificationRow } from './notification-row.tsx'
import { badgesQuery, useBadges } from './notifications.ts'

const tabs = [
  { key: 'all', label: 'All' },
  { key: 'interactions', label: 'Interactions' },
  { key: 'passes', label: 'Passes' },
  { key: 'money', label: 'Money' },
  { key: 'system', label: 'System' },
] as const
export type NotificationTab = (typeof tabs)[number]['key']

export function NotificationsPage() {
  const { tab = 'all' } = useSearch({ from: '/notifications' })
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title="Notifications">
        <MarkRead />
      </PageHeader>
      <NeedsAccount why="to see what happened to you">
        <TabBar
          label="Kind"
          tabs={tabs}
          now={tab}
          onChoose={(key) => void navigate({ to: '/notifications', search: key === 'all' ? {} : { tab: key }, replace: true })}
        />
        <List tab={tab} />
      </NeedsAccount>
    </>
  )
}

function useMarkRead() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (ids?: string[]) => api('POST /api/notifications/read', ids ? { ids } : {}),
    onSuccess: (badges) => {
      queries.setQueryData(badgesQuery.queryKey, badges)
      return invalidate(queries, 'GET /api/notifications')
    },
    onError: (error) => toast(sentenceOf(error)),
  })
}

function MarkRead() {
  const mark = useMarkRead()
  const { notifications } = useBadges()
  if (notifications === 0) return null
  return (
    <button type="button" className="btn ghost slim" disabled={mark.isPending} onClick={() => mark.mutate(undefined)}>
      Mark all read
    </button>
  )
}

const isAdded = (event: WireEvent): boolean => event.type === 'notification.added'

function List({ tab }: { tab: NotificationTab }) {
  const query = readPages('GET /api/notifications', { tab })
  const mark = useMarkRead()
  return (
    <Pages
      list={useInfiniteQuery(query)}
      keyOf={({ id }) => id}
      rows={2}
      more="Show earlier"
      growth={{ query, noun: 'notification', isNews: isAdded }}
      empty={
        <Blank title="Quiet so far">
          <p className="muted">Likes, new fans and passes will show here.</p>
        </Blank>
      }
    >
      {(all) => (
        <ul>
          {all.map((note) => (
            <NotificationRow key={note.id} note={note} onOpen={() => !note.read && mark.mutate([note.id])} />
          ))}
        </ul>
      )}
    </Pages>
  )
}
