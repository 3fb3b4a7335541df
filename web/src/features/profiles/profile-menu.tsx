import type { ProfileView } from '@corefans/shared/contracts/profiles.ts'
import { Suspense, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { part } from '../../ui/part.tsx'

const ProfileMenuItems = part(() => import('./profile-menu-items.tsx'), 'ProfileMenuItems')

/** What is seldom wanted of somebody's profile; it loads when its button is first pressed. */
export function ProfileMenu({ profile }: { profile: ProfileView }) {
  const [isWanted, want] = useState(false)
  const label = `More about ${profile.name}`
  const closed = (
    <button type="button" className="btn sec sq" aria-label={label} aria-haspopup="menu" aria-expanded="false" onClick={() => want(true)}>
      <Icon name="dots" />
    </button>
  )
  if (!isWanted) return closed
  return (
    <Suspense fallback={closed}>
      <ProfileMenuItems profile={profile} label={label} />
    </Suspense>
  )
}
