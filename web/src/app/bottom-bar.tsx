import { useLocation } from '@tanstack/react-router'
import { ComposeButton } from '../features/posts/index.ts'
import { type Me, useMe } from '../lib/session.ts'
import { Logo, Wordmark } from '../ui/brand.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { AccountChip } from './account-chip-lazy.tsx'
import { type NavItem, navItems } from './nav-items.ts'
import { NavLink } from './nav-link.tsx'

const onPhone = ['Home', 'Explore', 'Notifications', 'Profile']

/** What a phone reaches through the account belongs to Profile. */
const withHidden = (item: NavItem): NavItem =>
  item.label === 'Profile'
    ? { ...item, owns: (path) => item.owns(path) || /^\/(settings|passes|studio|market|portfolio|statements)\b/.test(path) }
    : item

/** The navigation of a phone: three places, the composer in the middle, and the account with all the rest. */
export function BottomBar() {
  const me = useMe()
  const items = navItems(me)
    .filter((item) => onPhone.includes(item.label))
    .map(withHidden)
  if (!me) return <OutBar items={items} />
  return (
    <nav className="app-bottom" aria-label="Main, mobile">
      {items.slice(0, 2).map(toLink)}
      <ComposeButton className="app-compose" label="New post">
        <Icon name="plus" />
      </ComposeButton>
      {items.slice(2, 3).map(toLink)}
      <Rest me={me} item={items[3]} />
    </nav>
  )
}

/** Two taps from anywhere to whatever the bar has no room for. */
function Rest({ me, item }: { me: Me; item: NavItem | undefined }) {
  const path = useLocation({ select: (location) => location.pathname })
  return (
    <div data-here={item?.owns(path)}>
      <AccountChip me={me} />
    </div>
  )
}

const toLink = (item: NavItem) => (
  <NavLink key={item.to} item={item}>
    {item.label === 'Notifications' ? 'Alerts' : item.label}
  </NavLink>
)

const OutBar = ({ items }: { items: NavItem[] }) => (
  <nav className="app-bottom app-out" aria-label="Main, mobile">
    {items.map(toLink)}
    <Link to="/login" search={{}} className="btn ghost">
      Log in
    </Link>
    <Link to="/signup" search={{}} className="btn pri">
      Join
    </Link>
  </nav>
)

/** The brand and the passes on a phone. */
export function TopBar() {
  const me = useMe()
  return (
    <header className="app-topbar">
      <Link to="/" search={{}} className="brand" aria-label="CoreFans, start page">
        <Logo size={28} />
        <Wordmark />
      </Link>
      {me && (
        <Link to="/passes" className="icb" aria-label="Passes">
          <Icon name="ticket" />
        </Link>
      )}
    </header>
  )
}
