import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'

/** Prominent, and never inside a menu but a phone's ＋. */
export const GoLiveButton = ({ wide = false, onGo }: { wide?: boolean; onGo?: () => void }) => (
  <Link to="/live/go" className={wide ? 'btn live-go wide' : 'btn live-go'} aria-label="Go live" onClick={onGo}>
    <Icon name="camera" />
    <span>Go live</span>
  </Link>
)
