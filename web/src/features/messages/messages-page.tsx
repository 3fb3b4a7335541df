import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Blank } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { Icon } from '../../ui/icon.tsx'
import { TabBar } from '../../ui/tabs.tsx'
import { NeedsAccount } from '../accounts/index.ts'
import { NewThread } from './new-thread.tsx'
import { ThreadList } from './thread-list.tsx'
import { ThreadPane } from './thread-pane.tsx'

/** List and conversation side by side where there is room; on a phone one after the other. */
export function MessagesPage() {
  const { threadId } = useParams({ strict: false }) as { threadId?: string }
  const { folder = 'inbox' } = useSearch({ strict: false }) as { folder?: 'requests' }
  return (
    <NeedsAccount why="to write and read messages">
      <div className="message-page" data-open={threadId !== undefined}>
        <section className="message-side" aria-label="Conversations">
          <Side folder={folder} now={threadId} />
        </section>
        {threadId ? <ThreadPane key={threadId} threadId={threadId} /> : <Nothing />}
      </div>
    </NeedsAccount>
  )
}

function Side({ folder, now }: { folder: 'inbox' | 'requests'; now: string | undefined }) {
  const navigate = useNavigate()
  const [isNew, begin] = useState(false)
  const choose = (key: 'inbox' | 'requests') =>
    void navigate({ to: '/messages', search: (key === 'inbox' ? {} : { folder: key }) as never, replace: true })
  return (
    <>
      <PageHeader title="Messages" heading={now === undefined}>
        <button type="button" className="icb" aria-label="New message" onClick={() => begin(true)}>
          <Icon name="edit" />
        </button>
      </PageHeader>
      <TabBar
        label="Folder"
        tabs={[
          { key: 'inbox', label: 'Inbox' },
          { key: 'requests', label: 'Requests' },
        ]}
        now={folder}
        onChoose={choose}
      />
      <ThreadList folder={folder} now={now} />
      {isNew && <NewThread onClose={() => begin(false)} />}
    </>
  )
}

const Nothing = () => (
  <section className="message-pane message-nothing" aria-label="Conversation">
    <Blank title="Your conversations">
      <p className="muted">Choose one on the left, or write to somebody from their profile.</p>
    </Blank>
  </section>
)
