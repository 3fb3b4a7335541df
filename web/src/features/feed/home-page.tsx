import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Blank } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { TabBar } from '../../ui/tabs.tsx'
import { suggestionsQuery } from '../discover/index.ts'
import { PersonRow } from '../people/index.ts'
import { ComposerTeaser, feedPages, PostList } from '../posts/index.ts'

const tabs = [
  { key: 'following', label: 'Following' },
  { key: 'explore', label: 'Explore' },
] as const

export function HomePage() {
  const { tab = 'following' } = useSearch({ from: '/' })
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title="Home" />
      <TabBar
        label="Feed"
        tabs={tabs}
        now={tab}
        onChoose={(key) => void navigate({ to: '/', search: key === 'following' ? {} : { tab: key }, replace: true })}
      />
      <ComposerTeaser />
      <PostList key={tab} query={feedPages(tab)} empty={<NobodyYet />} eagerFirst />
    </>
  )
}

function NobodyYet() {
  const people = useQuery(suggestionsQuery(6))
  return (
    <>
      <Blank title="Follow someone">
        <p className="muted">Their posts come here, newest first. No algorithm in between.</p>
      </Blank>
      <ul className="pad">
        {people.data?.items.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
    </>
  )
}
