import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { dollars, listing, me, sale, tier } from '../../testing/views.ts'
import { Activity } from './activity.tsx'
import { ListingRow } from './listing-row.tsx'
import { ListingRows } from './listing-rows.tsx'

const row = () => screen.getAllByRole('listitem')[0]?.textContent ?? ''

test('a listing says what it is, whose, how long it is good and what it costs', async () => {
  await show(<ListingRow listing={listing()} onBuy={() => {}} />, { me: me() })
  for (const part of ['Inner circle', 'no. 7', 'Maya Lin', 'sold by @leo', '2.5 CORE', 'good until']) expect(row()).toContain(part)
  expect(screen.getByRole('link', { name: /Inner circle/ }).getAttribute('href')).toBe(`/market/0x${'a'.repeat(40)}/7`)
})

test('a pass for life says so, and a seller whom nobody knows is not named', async () => {
  await show(<ListingRow listing={listing({ expiresAt: null, seller: null })} onBuy={() => {}} />, { me: me() })
  expect(row()).toContain('for life')
  expect(row()).not.toContain('sold by')
})

test('a price in dollars is a price in dollars', async () => {
  await show(<ListingRow listing={listing({ price: dollars('12500000') })} onBuy={() => {}} />, { me: me() })
  expect(row()).toContain('12.5 tUSD')
})

test('a price is never rounded down under the buyer: the last part counts up', async () => {
  const price = { ...listing().price, amount: '1000000000000000001' }
  await show(<ListingRow listing={listing({ price: price as never })} onBuy={() => {}} />, { me: me() })
  expect(document.querySelector('.market-listing-price')?.textContent).toMatch(/^1\.\d*[1-9] CORE$/)
})

test('whoever is signed in may buy; what is mine is not sold to me; a visitor signs in first and comes back', async () => {
  const onBuy = vi.fn()
  const it = listing()
  const { again, queries } = await show(<ListingRow listing={it} onBuy={onBuy} />, { me: me(), at: '/market?sort=newest' })
  fireEvent.click(screen.getByRole('button', { name: 'Buy' }))
  expect(onBuy).toHaveBeenCalledExactlyOnceWith(it)
  await again(<ListingRow listing={listing({ viewer: { isMine: true } })} onBuy={onBuy} />)
  expect(screen.queryByRole('button')).toBeNull()
  expect(row()).toContain('Yours')
  queries.setQueryData(['me'], null)
  await again(<ListingRow listing={it} onBuy={onBuy} />)
  await waitFor(() =>
    expect(screen.getByRole('link', { name: 'Sign in to buy' }).getAttribute('href')).toBe('/login?next=%2Fmarket%3Fsort%3Dnewest'),
  )
})

test('rows keep the order of the server', async () => {
  const all = ['First', 'Second', 'Third'].map((name) => listing({ tier: tier({ name }) }))
  await show(<ListingRows listings={all} label="For sale" />, { me: me() })
  expect(screen.getByRole('list', { name: 'For sale' })).toBeTruthy()
  expect(screen.getAllByRole('listitem').map((item) => /First|Second|Third/.exec(item.textContent ?? '')?.[0])).toEqual([
    'First',
    'Second',
    'Third',
  ])
})

test('resales name both sides and the royalty; an unlinked wallet is somebody', async () => {
  const calls = serve({ 'GET /api/market/activity': () => ({ items: [sale(), sale({ buyer: null })], nextCursor: null }) })
  await show(<Activity scope={{ creator: 'maya' }} />)
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2))
  expect(row()).toContain('went from @leo to @mika')
  expect(row()).toContain('royalty 0.05 CORE')
  expect(screen.getAllByRole('listitem')[1]?.textContent).toContain('to somebody')
  expect(calls[0]?.input).toEqual({ creator: 'maya' })
})

test('where nothing was resold, that is said', async () => {
  serve({ 'GET /api/market/activity': () => ({ items: [], nextCursor: null }) })
  await show(<Activity scope={{}} />)
  expect(await screen.findByText('No resale yet.')).toBeTruthy()
})

test('the market says when the creator still sells the same for no more, and is silent otherwise', async () => {
  const at = (amount: string) => ({ ...listing().price, amount }) as never
  const { again } = await show(<ListingRow listing={listing({ price: at('30'), tier: tier({ price: at('0') }) })} onBuy={() => {}} />)
  expect(screen.getByRole('link', { name: 'Maya Lin gives it free' }).getAttribute('href')).toBe('/@maya/passes#tier-1')
  await again(
    <ListingRow
      listing={listing({ price: at('1000000000000000000'), tier: tier({ price: at('500000000000000000') }) })}
      onBuy={() => {}}
    />,
  )
  expect(screen.getByRole('link', { name: 'Maya Lin sells it new for 0.5 CORE' })).toBeTruthy()
  for (const silent of [
    tier({ price: at('31') }),
    tier({ price: at('0'), soldOut: true }),
    tier({ price: { ...listing().price, asset: '31337:0xother', amount: '1' } as never }),
  ]) {
    await again(<ListingRow listing={listing({ price: at('30'), tier: silent })} onBuy={() => {}} />)
    expect(screen.queryByRole('link', { name: /gives it free|sells it new/ })).toBeNull()
  }
})
