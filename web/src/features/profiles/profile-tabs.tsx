import type { ProfileView } from '@corefans/shared/contracts/profiles.ts'
import { count } from '../../lib/format.ts'
import { Link } from '../../ui/link.tsx'
import { type Tab, tabNames } from './tab-names.ts'

const labelOf = (tab: Tab): string => tab.charAt(0).toUpperCase() + tab.slice(1)

export const ProfileTabs = ({ profile, now }: { profile: ProfileView; now: Tab }) => (
  <nav className="profile-tabs" aria-label="Content">
    {tabNames.map((tab) => (
      <Link
        key={tab}
        to={tab === 'posts' ? '/@{$handle}' : '/@{$handle}/$tab'}
        params={{ handle: profile.handle, tab }}
        resetScroll={false}
        replace
        now={tab === now}
        className={tab === now ? 'profile-tab-now' : ''}
      >
        <TabCount profile={profile} tab={tab} />
        {labelOf(tab)}
      </Link>
    ))}
  </nav>
)

const TabCount = ({ profile, tab }: { profile: ProfileView; tab: Tab }) =>
  tab === 'posts' || tab === 'images' ? <b className="num">{count(profile.counters[tab])}</b> : null
