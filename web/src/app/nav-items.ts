import type { Me } from '../lib/session.ts'
import type { IconName } from '../ui/icon.tsx'

export type NavItem = { to: string; label: string; icon: IconName; badge?: 'notifications'; owns: (path: string) => boolean }

const under = (prefix: string) => (path: string) => path === prefix || path.startsWith(`${prefix}/`)

/** The places of the navigation, in order. A place is here when its module is. */
export function navItems(me: Me | null): NavItem[] {
  const open: NavItem[] = [
    { to: '/', label: 'Home', icon: 'home', owns: (path) => path === '/' || path === '/welcome' },
    {
      to: '/explore',
      label: 'Explore',
      icon: 'compass',
      owns: (path) => path === '/explore' || under('/post')(path) || isOther(path, me) || under('/legal')(path),
    },
  ]
  const market: NavItem = { to: '/market', label: 'Market', icon: 'market', owns: under('/market') }
  if (!me) return [...open, market]
  return [
    ...open,
    { to: '/notifications', label: 'Notifications', icon: 'bell', badge: 'notifications', owns: under('/notifications') },
    market,
    { to: '/passes', label: 'Passes', icon: 'ticket', owns: (path) => /^.(passes|claim|studio)/.test(path) },
    { to: '/portfolio', label: 'Portfolio', icon: 'wallet', owns: (path) => path === '/portfolio' || path === '/statements' },
    { to: `/@${me.handle}`, label: 'Profile', icon: 'user', owns: under(`/@${me.handle}`) },
    { to: '/settings', label: 'Settings', icon: 'gear', owns: under('/settings') },
  ]
}

/** Somebody else's profile belongs to Explore, so that exactly one place is always marked. */
const isOther = (path: string, me: Me | null): boolean => path.startsWith('/@') && !(me && under(`/@${me.handle}`)(path))

export const badgeText = (n: number): string => (n > 99 ? '99+' : String(n))
