import type { ProfileView } from '@corefans/shared/contracts/profiles.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { plural } from '../../lib/format.ts'
import { useTopic } from '../../lib/topics.ts'
import { Blank, Failure } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/header.tsx'
import { PassShelf } from '../passes/index.ts'
import { PostList, profilePages } from '../posts/index.ts'
import { TokenStrip } from '../tokens/index.ts'
import { About } from './about-lazy.ts'
import { MediaChips } from './media-chips.tsx'
import { ProfileHeader } from './profile-header.tsx'
import { ProfileSkeleton } from './profile-skeleton.tsx'
import { ProfileTabs } from './profile-tabs.tsx'
import { profileQuery } from './profiles.ts'
import { only, type Tab } from './tab-names.ts'

export function ProfilePage() {
  const { handle, tab } = useParams({ strict: false }) as { handle: string; tab?: Tab }
  const profile = useQuery(profileQuery(handle))
  useTopic(profile.data ? `profile:${profile.data.id}` : null)
  if (profile.data) return <Profile profile={profile.data} tab={tab ?? 'posts'} />
  if (profile.error) return <Failure error={profile.error} onRetry={() => void profile.refetch()} />
  return <ProfileSkeleton />
}

function Profile({ profile, tab }: { profile: ProfileView; tab: Tab }) {
  return (
    <>
      <PageHeader title={profile.name} note={plural(profile.counters.posts, 'post')} back heading={false} />
      <ProfileHeader profile={profile} />
      <TokenStrip handle={profile.handle} />
      <ProfileTabs profile={profile} now={tab} />
      <MediaChips profile={profile} now={tab} />
      <section aria-label={tab}>
        <TabBody profile={profile} tab={tab} />
      </section>
    </>
  )
}

function TabBody({ profile, tab }: { profile: ProfileView; tab: Tab }) {
  if (tab === 'passes') return <PassShelf handle={profile.handle} name={profile.name} />
  if (tab === 'about') return <About profile={profile} />
  return (
    <PostList
      key={tab}
      query={profilePages(profile.handle, only[tab] ?? 'all')}
      empty={
        <Blank title={`No ${tab} yet`}>
          <p className="muted">
            {profile.viewer.isSelf ? 'What you publish shows here.' : `When ${profile.name} publishes, it shows here.`}
          </p>
        </Blank>
      }
    />
  )
}
