import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Me } from '../lib/session.ts'
import { badgeText, drawnIn, places } from './places.ts'

const me = { handle: 'fan1' } as Me
const viewers = [
  { me: null, isCreator: false },
  { me, isCreator: false },
  { me, isCreator: true },
]
const labels = (viewer: (typeof viewers)[number], where: 'left' | 'bar' | 'account' | 'studio') =>
  drawnIn(viewer, where).map(({ label }) => label)

describe('places', () => {
  test('LAY-01 a visitor, a fan and a creator have theirs, in one order', () => {
    expect(viewers.map((viewer) => labels(viewer, 'left'))).toEqual([
      ['Home', 'Explore', 'Streams', 'Market'],
      ['Home', 'Explore', 'Streams', 'Notifications', 'Messages', 'Wallet', 'Profile'],
      ['Home', 'Explore', 'Streams', 'Notifications', 'Messages', 'Wallet', 'Profile'],
    ])
    expect(viewers.map((viewer) => labels(viewer, 'studio'))).toEqual([[], [], ['Studio']])
    expect(viewers.map((viewer) => labels(viewer, 'account'))).toEqual([
      ['Streams'],
      ['Streams', 'Wallet', 'Profile', 'Become a creator', 'Settings'],
      ['Streams', 'Wallet', 'Profile', 'Studio', 'Settings'],
    ])
    expect(viewers.map((viewer) => labels(viewer, 'bar'))).toEqual([
      ['Home', 'Explore'],
      ['Home', 'Explore', 'Messages'],
      ['Home', 'Explore', 'Messages'],
    ])
  })

  test.each([
    ['/', 'Home'],
    ['/welcome', 'Home'],
    ['/messages', 'Messages'],
    ['/messages/1', 'Messages'],
    ['/explore', 'Explore'],
    ['/post/1', 'Explore'],
    ['/@maya/passes', 'Explore'],
    ['/@fan1', 'Profile'],
    ['/@fan1/about', 'Profile'],
    ['/@fan10', 'Explore'],
    ['/settings/wallet', 'Profile'],
    ['/wallet/tokens', 'Wallet'],
    ['/market/0x1/2', 'Wallet'],
    ['/claim/1', 'Wallet'],
    ['/token/maya', 'Explore'],
    ['/solvency', 'Explore'],
    ['/studio/team', 'Studio'],
  ])('LAY-06 at %s a creator is in %s', (path, label) => {
    const here = places({ me, isCreator: true }).filter((place) => place.owns(path))
    expect(here.map((place) => place.label)).toEqual([label])
  })

  test('LAY-06 at every address exactly one place is the current one, for whoever has it', () => {
    const part = fc.constantFrom(
      '',
      '@fan1',
      '@maya',
      'wallet',
      'market',
      'studio',
      'messages',
      'settings',
      'claim',
      'post',
      'welcome',
      'x',
    )
    fc.assert(
      fc.property(fc.constantFrom(...viewers), fc.array(part, { maxLength: 3 }), (viewer, parts) => {
        const path = `/${parts.filter(Boolean).join('/')}`
        const here = places(viewer).filter((place) => place.owns(path))
        expect([path, here.length]).toEqual([path, 1])
      }),
    )
  })

  test('LAY-07 a badge says up to 99', () => {
    expect([1, 99, 100, 5_000].map(badgeText)).toEqual(['1', '99', '99+', '99+'])
  })
})
