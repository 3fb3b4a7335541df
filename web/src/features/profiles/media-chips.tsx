import type { ProfileView } from '@corefans/shared/contracts/profiles.ts'
import { count } from '../../lib/format.ts'
import { Link } from '../../ui/link.tsx'
import { isMediaTab, mediaTabs, type Tab } from './tab-names.ts'

const labels = { media: 'All', images: 'Images', videos: 'Videos', audio: 'Audio' } as const

/** The kinds of media, each with how many there are. */
export function MediaChips({ profile: { handle, counters }, now }: { profile: ProfileView; now: Tab }) {
  if (!isMediaTab(now)) return null
  return (
    <nav className="profile-chips" aria-label="Kinds of media">
      {mediaTabs.map((tab) => (
        <Link
          key={tab}
          to="/@{$handle}/$tab"
          params={{ handle, tab }}
          resetScroll={false}
          replace
          now={tab === now}
          className="profile-chip"
        >
          {labels[tab]}
          {tab !== 'media' && <span className="num">{count(counters[tab])}</span>}
        </Link>
      ))}
    </nav>
  )
}
