import type { Me } from '../lib/session.ts'
import type { IconName } from '../ui/icon.tsx'

/** Where a place is drawn: the left column, the bar of a phone, the account's menu or sheet, the left column below its line. */
type Drawn = 'left' | 'bar' | 'account' | 'studio'
export type Place = {
  to: string
  label: string
  icon: IconName
  badge?: 'messages' | 'notifications' | 'streams'
  /** Which addresses are part of it. */
  owns: (path: string) => boolean
  in: readonly Drawn[]
}

/** What of the account decides which places there are. */
export type Viewer = { me: Me | null; isCreator: boolean }

const under = (...prefixes: string[]) => {
  return (path: string) => prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))
}

/**
 * Every place of the app, in order. The left column, the phone's bar and the account's menu and sheet are drawn from this
 * one table; a place is here when its module is. Whatever no other place owns belongs to Explore, so that at every address
 * exactly one is the current place.
 */
export function places(viewer: Viewer): Place[] {
  const home: Place = { to: '/', label: 'Home', icon: 'home', owns: (path) => path === '/' || path === '/welcome', in: ['left', 'bar'] }
  const others = [home, ...(viewer.me ? ownPlaces(viewer.me, viewer.isCreator) : [publicMarket])]
  const isElsewhere = (path: string) => ![...others, streams].some((place) => place.owns(path))
  const explore: Place = { to: '/explore', label: 'Explore', icon: 'compass', owns: isElsewhere, in: ['left', 'bar'] }
  return others.toSpliced(1, 0, explore, streams)
}

const streams: Place = {
  to: '/streams',
  label: 'Streams',
  icon: 'camera',
  badge: 'streams',
  owns: under('/streams', '/live'),
  in: ['left', 'account'],
}
const publicMarket: Place = { to: '/market', label: 'Market', icon: 'market', owns: under('/market'), in: ['left'] }

const ownPlaces = (me: Me, isCreator: boolean): Place[] => [
  { to: '/notifications', label: 'Notifications', icon: 'bell', badge: 'notifications', owns: under('/notifications'), in: ['left'] },
  { to: '/messages', label: 'Messages', icon: 'mail', badge: 'messages', owns: under('/messages'), in: ['left', 'bar'] },
  { to: '/wallet', label: 'Wallet', icon: 'wallet', owns: under('/wallet', '/market', '/claim'), in: ['left', 'account'] },
  { to: `/@${me.handle}`, label: 'Profile', icon: 'user', owns: under(`/@${me.handle}`, '/settings'), in: ['left', 'account'] },
  {
    to: '/studio',
    label: isCreator ? 'Studio' : 'Become a creator',
    icon: 'spark',
    owns: under('/studio'),
    in: isCreator ? ['studio', 'account'] : ['account'],
  },
  { to: '/settings', label: 'Settings', icon: 'gear', owns: () => false, in: ['account'] },
]

export const drawnIn = (viewer: Viewer, where: Drawn): Place[] => places(viewer).filter((place) => place.in.includes(where))

export const badgeText = (n: number): string => (n > 99 ? '99+' : String(n))
