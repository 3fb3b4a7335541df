import type { ProfileView } from '@corefans/shared/contracts/profiles.ts'
import { count } from '../../lib/format.ts'
import { Link } from '../../ui/link.tsx'
import { isMediaTab, type Tab, tabNames } from './tab-names.ts'

const labelOf = (tab: Tab): string => tab.charAt(0).toUpperCase() + tab.slice(1)

export const ProfileTabs = ({ profile, now }: { profile: ProfileView; now: Tab }) => (
  <nav className="profile-tabs" aria-label="Content">
    {shown.map((tab) => (
      <Link
        key={tab}
        to={tab === 'posts' ? '/@{$handle}' : '/@{$handle}/$tab'}
        params={{ handle: profile.handle, tab }}
        resetScroll={false}
        replace
        now={tab === here(now)}
        className={tab === here(now) ? 'profile-tab-now' : ''}
      >
        <TabCount profile={profile} tab={tab} />
        {labelOf(tab)}
      </Link>
    ))}
  </nav>
)

/** The kinds of media are chips below their tab. */
const shown = tabNames.filter((tab) => tab === 'media' || !isMediaTab(tab))
const here = (tab: Tab): Tab => (isMediaTab(tab) ? 'media' : tab)

function TabCount({ profile: { counters }, tab }: { profile: ProfileView; tab: Tab }) {
  const n = { posts: counters.posts, media: counters.images + counters.videos + counters.audio }[tab as string]
  return n === undefined ? null : <b className="num">{count(n)}</b>
}
