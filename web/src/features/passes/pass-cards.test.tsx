import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { core, held, person, tier } from '../../testing/views.ts'
import { CreatorPasses } from './creator-passes.tsx'
import { GetPassAction } from './get-pass-action.tsx'
import { HeldPass } from './held-pass-card.tsx'
import { PassCard } from './pass-card.tsx'
import { purchase } from './purchase.ts'
import { tiersQuery } from './tiers-query.ts'

afterEach(() => purchase.set(null))
const words = () => screen.getAllByRole('article')[0]?.textContent ?? ''

test('a tier says what it costs, how long it lasts, what is left and what it opens', async () => {
  await show(<PassCard tier={tier()} onBuy={() => {}} />)
  for (const part of ['Maya Lin', 'Inner circle', '1 CORE', 'for 30 days', '40 of 100 sold', '60 left', 'Every sketch', 'A letter a month'])
    expect(words()).toContain(part)
})

test('a pass for life, of open supply, says so', async () => {
  await show(<PassCard tier={tier({ durationS: null, maxSupply: null, minted: 1 })} onBuy={() => {}} />)
  for (const part of ['yours for life', 'Open supply', '1 sold']) expect(words()).toContain(part)
})

test('the button opens the purchase of this very tier', async () => {
  const onBuy = vi.fn()
  const it = tier()
  await show(<PassCard tier={it} onBuy={onBuy} />)
  fireEvent.click(screen.getByRole('button', { name: 'Get pass' }))
  expect(onBuy).toHaveBeenCalledExactlyOnceWith(it)
})

test('a card that only shows has no button', async () => {
  await show(<PassCard tier={tier()} />)
  expect(screen.queryByRole('button')).toBeNull()
})

test('a tier that is sold out cannot be bought, unless it is held and may be renewed', async () => {
  const { again } = await show(<PassCard tier={tier({ soldOut: true, minted: 100 })} onBuy={() => {}} />)
  expect(screen.getByText('Sold out')).toBeTruthy()
  expect(words()).toContain('None left')
  expect(screen.queryByRole('button')).toBeNull()
  const mine = { holds: true, expiresAt: '2027-01-01T00:00:00.000Z' }
  await again(<PassCard tier={tier({ soldOut: true, viewer: mine })} onBuy={() => {}} />)
  expect(screen.getByRole('button', { name: 'Renew' })).toBeTruthy()
  await again(<PassCard tier={tier({ renewable: false, viewer: mine })} onBuy={() => {}} />)
  expect(screen.queryByRole('button')).toBeNull()
})

test('what is held for life is not sold again', async () => {
  await show(<PassCard tier={tier({ viewer: { holds: true, expiresAt: null } })} onBuy={() => {}} />)
  expect(screen.getByText('Yours for life')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('the number of a pass is its own, of how many', async () => {
  await show(<PassCard tier={tier()} serial={7} />)
  expect(words()).toContain('No. 7 of 100')
})

test('LAY-03 beside a creator’s pages stand their own passes: what can be got first, the rest in a line each', async () => {
  const items = [
    tier({ tierId: 1, name: 'Gone', soldOut: true }),
    tier({ tierId: 2, name: 'Backstage', price: core('500000000000000000') }),
    tier({ tierId: 3, name: 'Patrons', price: core('2000000000000000000') }),
  ]
  serve({ 'GET /api/profiles/:handle/passes': () => ({ items, nextCursor: null }) })
  await show(<CreatorPasses handle="maya" />)
  const rail = await screen.findByRole('region', { name: 'Passes of Maya Lin' })
  expect(within(rail).getByRole('heading', { name: /Backstage/ })).toBeTruthy()
  expect([...rail.querySelectorAll('.pass-rail-line')].map((line) => line.textContent)).toEqual(['Patrons2 COREGet', 'GoneSold out'])
  fireEvent.click(within(rail).getByRole('button', { name: 'Get Patrons' }))
  expect(purchase.get()).toMatchObject({ handle: 'maya', tierId: 3 })
})

test('the header sells what is cheapest; a holder sees what is left and renews; who sells nothing has nothing there', async () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000 - 60_000).toISOString()
  let items = [tier({ tierId: 2, price: core('500000000000000000') })]
  serve({ 'GET /api/profiles/:handle/passes': () => ({ items, nextCursor: null }) })
  const { again, queries } = await show(<GetPassAction handle="maya" />)
  fireEvent.click(await screen.findByRole('button', { name: 'Get pass · 0.5 CORE' }))
  expect(purchase.get()).toMatchObject({ handle: 'maya', tierId: 2 })
  items = [tier({ viewer: { holds: true, expiresAt: inDays(48) } })]
  await again(<p>Elsewhere</p>)
  queries.removeQueries({ queryKey: tiersQuery('maya').queryKey })
  await again(<GetPassAction handle="maya" />)
  expect((await screen.findByRole('link', { name: 'Your pass · 48 days left' })).getAttribute('href')).toBe('/wallet')
  expect(screen.getByRole('button', { name: 'Renew' })).toBeTruthy()
})

test('a pass of mine can be renewed, lent, given away and sold', async () => {
  const onDo = vi.fn()
  const it = held()
  await show(<HeldPass holding={it} onDo={onDo} />)
  const more = { hidden: true }
  expect(screen.getByRole('menuitem', { name: 'Sell', ...more }).getAttribute('href')).toContain('/7')
  for (const [name, doing] of [
    ['Lend', 'lend'],
    ['Give away', 'give'],
  ] as const) {
    fireEvent.click(screen.getByRole('menuitem', { name, ...more }))
    expect(onDo).toHaveBeenLastCalledWith(doing)
  }
  fireEvent.click(screen.getByRole('menuitem', { name: 'Renew', ...more }))
  expect(purchase.get()).toEqual({ handle: 'maya', tierId: 1, renew: it })
})

test('a pass bound to its holder is neither lent, given nor sold, and says why', async () => {
  await show(<HeldPass holding={held({ policy: 'soulbound' })} onDo={() => {}} />)
  for (const name of ['Lend', 'Give away']) expect(screen.queryByRole('menuitem', { name, hidden: true })).toBeNull()
  expect(screen.queryByRole('menuitem', { name: /Sell|Details/, hidden: true })).toBeNull()
  expect(screen.getByText(/Bound to you/)).toBeTruthy()
})

test('a pass that is lent to me can only be given back', async () => {
  const loan = { to: `0x${'b'.repeat(40)}` as const, until: '2026-12-24T00:00:00.000Z', other: person({ handle: 'leo', name: 'Leo Park' }) }
  await show(<HeldPass holding={held({ isMine: false, loan })} onDo={() => {}} />)
  expect(words()).toContain('Borrowed pass')
  expect(screen.getByRole('button', { name: 'Give it back' })).toBeTruthy()
  for (const name of ['Lend', 'Give away', 'Renew']) expect(screen.queryByRole('menuitem', { name, hidden: true })).toBeNull()
})

test('an ended pass says when, opens nothing and cannot be lent', async () => {
  await show(<HeldPass holding={held({ active: false })} onDo={() => {}} />)
  expect(words()).toContain('Ended pass')
  expect(screen.getByText(/It opens nothing until it is renewed/)).toBeTruthy()
  expect(screen.queryByRole('menuitem', { name: 'Lend', hidden: true })).toBeNull()
})

test('a pass for one use offers the use, and once used it is over', async () => {
  const { again } = await show(<HeldPass holding={held({ tier: tier({ consumable: true }) })} onDo={() => {}} />)
  expect(screen.getByRole('button', { name: 'Use it now' })).toBeTruthy()
  await again(<HeldPass holding={held({ tier: tier({ consumable: true }), consumed: true, active: false })} onDo={() => {}} />)
  expect(words()).toContain('Used pass')
  expect(screen.queryByRole('button', { name: 'Use it now' })).toBeNull()
})

test('money waits for blocks, access does not: a fresh pass is open and says what it waits for', async () => {
  await show(<HeldPass holding={held({ confirmations: { have: 1, needed: 2 } })} onDo={() => {}} />)
  expect(screen.getByText('Open now; final after 2 blocks, 1 so far')).toBeTruthy()
})
