import type { NotificationType, NotificationView } from '@corefans/shared/contracts/notifications.ts'
import { plural } from '../../lib/format.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Time } from '../../ui/time.tsx'

const icons: Record<NotificationType, IconName> = {
  like: 'heart',
  comment: 'chat',
  reply: 'chat',
  follow: 'user',
  purchase: 'ticket',
  sale: 'ticket',
  offer: 'market',
  transfer: 'ticket',
  tip: 'tip',
  reversal: 'refresh',
  team: 'users',
  'poll-end': 'poll',
  system: 'bell',
}

/** “Mika Aoi, Leo Park and 12 others liked your post”: one line for many people. */
export const NotificationRow = ({ note, onOpen }: { note: NotificationView; onOpen: () => void }) => (
  <li className={note.read ? 'notification' : 'notification notification-unread'}>
    <Link {...placeOf(note.href)} onClick={onOpen} className="notification-link">
      <span className="notification-icon" data-type={note.type}>
        <Icon name={icons[note.type]} />
      </span>
      <span className="notification-text">
        {note.actors.length > 0 && (
          <span className="notification-faces">
            {note.actors.map((actor) => (
              <Avatar key={actor.id} person={actor} size={36} />
            ))}
          </span>
        )}
        <span>
          <b>{who(note)}</b> {note.text}
          <small className="num">
            {' · '}
            <Time iso={note.at} />
          </small>
          {!note.read && <span className="vh"> Unread</span>}
        </span>
        {note.excerpt && <span className="notification-excerpt">{note.excerpt}</span>}
      </span>
    </Link>
  </li>
)

/** An address may ask for something of its page: `/post/1?comment=2`. */
function placeOf(href: string): { to: string; search?: Record<string, string> } {
  const [to = '/', query] = href.split('?')
  return query ? { to, search: Object.fromEntries(new URLSearchParams(query)) } : { to }
}

function who({ actors, count }: NotificationView): string {
  const [first, second] = actors.map((actor) => actor.name)
  if (!first) return ''
  if (count === 1 || !second) return first
  return count === 2 ? `${first} and ${second}` : `${first}, ${second} and ${plural(count - 2, 'other')}`
}
