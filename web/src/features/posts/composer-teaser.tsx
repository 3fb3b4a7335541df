import { useMe } from '../../lib/session.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ComposeButton } from './compose-button.tsx'

/** The composer's front on the home page. */
export function ComposerTeaser() {
  const me = useMe()
  if (!me) return null
  return (
    <div className="post-teaser">
      <Avatar person={me} />
      <ComposeButton className="post-teaser-button">What is on your mind, {me.name.split(' ')[0]}?</ComposeButton>
      <ComposeButton className="icb" label="Post with images or a poll">
        <Icon name="image" />
      </ComposeButton>
    </div>
  )
}
