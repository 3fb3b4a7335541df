import type { ProfileView } from '@corefans/shared/contracts/profiles.ts'
import { useState } from 'react'
import { share } from '../../lib/share.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { BlockDialog, ShunItems } from '../safety/index.ts'

/** The menu of a profile: share it; mute or block whose it is. */
export function ProfileMenuItems({ profile, label }: { profile: ProfileView; label: string }) {
  const [isBlocking, ask] = useState(false)
  const { name, handle, viewer } = profile
  return (
    <>
      <Menu label={label} button={<Icon name="dots" />} className="btn sec sq" opensAtOnce>
        <button type="button" role="menuitem" onClick={() => void share(`${name} on CoreFans`, `${window.location.origin}/@${handle}`)}>
          <Icon name="share" />
          Share profile
        </button>
        <ShunItems person={profile} shuns={viewer} onBlock={() => ask(true)} />
      </Menu>
      {isBlocking && <BlockDialog person={profile} onClose={() => ask(false)} />}
    </>
  )
}
