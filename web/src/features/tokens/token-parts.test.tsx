import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { serve } from '../../testing/api.ts'
import { show } from '../../testing/show.tsx'
import { me, person, token } from '../../testing/views.ts'
import { Holders, Trades } from './token-lists.tsx'
import { TokenStrip } from './token-strip.tsx'
import { trade } from './trade.ts'

afterEach(() => trade.set(null))
const serveToken = (rest: Parameters<typeof token>[0] = {}) => serve({ 'GET /api/tokens/:handle': () => token(rest) })
const strip = () => screen.findByRole('complementary', { name: 'Personal token' })

test('a token in one line: symbol, price, supply, and the way to its page', async () => {
  serveToken()
  await show(<TokenStrip handle="maya" />, { me: me() })
  const line = await strip()
  for (const part of ['$MAYA', '0.02 CORE', 'supply 1,250']) expect(line.textContent).toContain(part)
  expect(within(line).getByRole('link').getAttribute('href')).toBe('/token/maya')
})

test('a promised token says that nobody has bought yet', async () => {
  serveToken({ state: 'promised', supply: '0' })
  await show(<TokenStrip handle="maya" />, { me: me() })
  expect((await strip()).textContent).toContain('be the first to buy')
})

test('buying is for those who may, and opens the trade of this token', async () => {
  serveToken()
  await show(<TokenStrip handle="maya" />, { me: me() })
  fireEvent.click(within(await strip()).getByRole('button', { name: 'Buy $MAYA' }))
  expect([trade.get()?.side, trade.get()?.token.creator.handle]).toEqual(['buy', 'maya'])
})

test('who may not buy is shown the price and no way', async () => {
  serveToken({ viewer: { isOwner: true, mayBuy: false, balance: '0' } })
  await show(<TokenStrip handle="maya" />, { me: me() })
  expect((within(await strip()).getByRole('button', { name: 'Buy $MAYA' }) as HTMLButtonElement).disabled).toBe(true)
})

test('somebody without a token has no such line', async () => {
  const calls = serveToken({ state: 'none', terms: null })
  await show(<TokenStrip handle="maya" />)
  await waitFor(() => expect(calls.some(({ route }) => route.startsWith('GET /api/tokens'))).toBe(true))
  expect(screen.queryByRole('complementary', { name: 'Personal token' })).toBeNull()
})

const holder = (rest: object) => ({
  address: `0x${'1'.repeat(40)}`,
  person: null,
  kind: 'wallet',
  amount: '5000000000000000000',
  shareBps: 1234,
  ...rest,
})

test('holders: people by name, wallets by a short address, what is locked and the launch by what they are', async () => {
  const launch = `0x${'9'.repeat(40)}`
  const items = [
    holder({ person: person(), kind: 'person', address: `0x${'2'.repeat(40)}` }),
    holder({}),
    holder({ kind: 'locked', address: `0x${'3'.repeat(40)}` }),
    holder({ address: launch }),
  ]
  serve({ 'GET /api/tokens/:handle/holders': () => ({ items, nextCursor: null }) as never })
  await show(<Holders handle="maya" symbol="MAYA" launch={launch} />)
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(4))
  const lines = screen.getAllByRole('listitem').map((item) => item.textContent)
  expect(lines[0]).toContain('@maya')
  expect(lines[0]).toContain('5 $MAYA12.34 %')
  expect(lines[1]).toContain('0x1111')
  expect(lines[2]).toContain('Locked in the token')
  expect(lines[3]).toContain('Fair launch')
})

test('trades say who bought or sold how much for how much', async () => {
  const of = (side: 'buy' | 'sell') => ({
    id: side,
    at: '2026-11-01T12:00:00.000Z',
    side,
    trader: { address: `0x${'2'.repeat(40)}`, person: person({ handle: 'leo' }) },
    amount: '2000000000000000000',
    amountWei: '40000000000000000',
  })
  serve({ 'GET /api/tokens/:handle/trades': () => ({ items: [of('buy'), of('sell')], nextCursor: null }) as never })
  await show(<Trades handle="maya" symbol="MAYA" launch={undefined} />)
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2))
  const lines = screen.getAllByRole('listitem').map((item) => item.textContent)
  expect(lines[0]).toContain('@leobought 2 $MAYA for 0.04 CORE')
  expect(lines[1]).toContain('@leosold 2 $MAYA for 0.04 CORE')
})

test('a token that nobody holds has an empty list', async () => {
  serve({ 'GET /api/tokens/:handle/holders': () => ({ items: [], nextCursor: null }) })
  await show(<Holders handle="maya" symbol="MAYA" launch={undefined} />)
  expect(await screen.findByText('None yet.')).toBeTruthy()
})
