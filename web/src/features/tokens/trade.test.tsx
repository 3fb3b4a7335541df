import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { show } from '../../testing/show.tsx'
import { config, me, token } from '../../testing/views.ts'
import { TradeForm } from './trade-form.tsx'
import { TrueCost } from './true-cost.tsx'

const one = 10n ** 18n
const chain = vi.hoisted(() => ({ quoteTrade: vi.fn(), heldTokens: vi.fn() }))
vi.mock('../../lib/wallet/load-engine.ts', () => ({ loadEngine: async () => chain }))

const buy = (rest: object = {}) =>
  ({
    side: 'buy',
    out: 2n * one,
    valueWei: one,
    creatorWei: one / 100n,
    protocolWei: one / 100n,
    lockedForEver: 0n,
    priceWei: one / 50n,
    priceAfterWei: one / 40n,
    backWei: (one * 9n) / 10n,
    lossBps: 1_000,
    nowS: 1n,
    ...rest,
  }) as never
const sale = {
  side: 'sell',
  amount: 2n * one,
  outWei: one / 2n,
  creatorWei: 0n,
  protocolWei: 0n,
  priceWei: one,
  priceAfterWei: one / 2n,
  nowS: 1n,
} as never

beforeEach(() => {
  chain.quoteTrade.mockReset().mockResolvedValue(buy())
  chain.heldTokens.mockReset().mockResolvedValue(5n * one)
})
const lines = () => Object.fromEntries(screen.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent]))
const go = () => screen.getByRole('button', { name: 'Go on' }) as HTMLButtonElement
const amount = (value: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value } })

test('a purchase: what is got, at least, what each part is, and what a change of mind would cost', async () => {
  await show(<TrueCost token={token()} does="get" quote={buy()} slipBps={100} />)
  expect(lines()).toMatchObject({
    'You get': '2 $MAYA',
    'Price for the next': '0.02 → 0.025 CORE (+25 %)',
    'To Maya Lin, 1 %': '0.01 CORE',
    'CoreFans, 1 %': '0.01 CORE',
    'Network fee': '0 CORE',
  })
  expect(lines()['You pay, at most']).toMatch(/CORE$/)
  expect(screen.getByText(/If you sell right back you get/).textContent).toContain('0.9 CORE (−10 %)')
})

test('the first minute locks a part for ever, and that is said', async () => {
  await show(<TrueCost token={token()} does="get" quote={buy({ lockedForEver: one / 2n })} slipBps={100} />)
  expect(lines()['Locked for ever: the first minute']).toBe('0.5 $MAYA')
})

test('a sale: what is given, what comes back, and no talk of selling back', async () => {
  await show(<TrueCost token={token()} does="sell" quote={sale} slipBps={100} />)
  expect(lines()).toMatchObject({ 'You get': '0.5 CORE', 'You give': '2 $MAYA' })
  expect(screen.queryByText(/If you sell right back/)).toBeNull()
})

test('on a real network its fee is not ours to name', async () => {
  await show(<TrueCost token={token()} does="get" quote={buy()} slipBps={100} />, {
    config: config({ chain: { id: 1116, contracts: {} } }),
  })
  expect(lines()['Network fee']).toBe('shown by your wallet')
})

test('what is agreed to is what was shown: the amount, its quote and the slip', async () => {
  const onAgree = vi.fn()
  let quoted = (_quote: ReturnType<typeof buy>) => {}
  chain.quoteTrade.mockReturnValue(
    new Promise((resolve) => {
      quoted = resolve
    }),
  )
  await show(<TradeForm token={token()} first="buy" onAgree={onAgree} />, { me: me() })
  expect(go().disabled).toBe(true)
  await waitFor(() => expect(chain.quoteTrade).toHaveBeenCalled())
  quoted(buy())
  await waitFor(() => expect(go().disabled).toBe(false))
  fireEvent.click(screen.getByRole('radio', { name: '5 %' }))
  fireEvent.click(go())
  expect(onAgree.mock.calls[0]?.[0]).toMatchObject({ asked: { does: 'get', amount: one }, slipBps: 500 })
})

test('an amount that is none is said at its field, and nothing goes on', async () => {
  const onAgree = vi.fn()
  await show(<TradeForm token={token()} first="buy" onAgree={onAgree} />, { me: me() })
  await waitFor(() => expect(go().disabled).toBe(false))
  amount('two')
  expect(screen.getByText('Digits only, such as 1.5')).toBeTruthy()
  expect(go().disabled).toBe(true)
})

test('nobody sells more than the wallet holds, and all of it is one tap', async () => {
  chain.quoteTrade.mockResolvedValue(sale)
  await show(<TradeForm token={token()} first="sell" onAgree={() => {}} />, { me: me() })
  amount('6')
  expect(await screen.findByText('Your wallet holds 5')).toBeTruthy()
  expect(go().disabled).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: 'All 5' }))
  expect((screen.getByRole('textbox') as HTMLInputElement).value).toBe('5')
  await waitFor(() => expect(go().disabled).toBe(false))
})

test('what buys nothing is said', async () => {
  chain.quoteTrade.mockResolvedValue(null)
  await show(<TradeForm token={token()} first="buy" onAgree={() => {}} />, { me: me() })
  expect(await screen.findByText('This cannot be traded. Try another amount.')).toBeTruthy()
})

test('a token that does not exist yet can be bought and not sold', async () => {
  const { again } = await show(<TradeForm token={token({ state: 'promised' })} first="buy" onAgree={() => {}} />, { me: me() })
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Buy $MAYA', 'Spend CORE'])
  await again(<TradeForm key="live" token={token()} first="buy" onAgree={() => {}} />)
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toContain('Sell')
})
