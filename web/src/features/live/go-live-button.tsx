import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'

/** Prominent, and never inside a menu. */
export const GoLiveButton = () => (
  <Link to="/live/go" className="btn live-go" aria-label="Go live">
    <Icon name="camera" />
    <span>Go live</span>
  </Link>
)
