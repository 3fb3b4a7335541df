import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { show } from '../../testing/show.tsx'
import { config } from '../../testing/views.ts'
import { Filters } from './filters.tsx'
import { amountIn, type Price, PriceField } from './price-field.tsx'

const find = () => fireEvent.click(screen.getByRole('button', { name: 'Find' }))
const withDollars = config({ chain: { id: 31337, contracts: { testUsd: `0x${'d'.repeat(40)}` } } })

test('what is looked for is kept, what says nothing is left out of the address', async () => {
  const onChange = vi.fn()
  await show(<Filters now={{ sort: 'newest' }} onChange={onChange} />)
  fireEvent.change(screen.getByLabelText('Creator'), { target: { value: ' @maya ' } })
  find()
  expect(onChange).toHaveBeenLastCalledWith({ sort: 'newest', creator: 'maya' })
  fireEvent.change(screen.getByLabelText('Creator'), { target: { value: '' } })
  fireEvent.change(screen.getByLabelText('At most, CORE'), { target: { value: '2.5' } })
  find()
  expect(onChange).toHaveBeenLastCalledWith({ sort: 'newest', priceMax: '2.5' })
})

test('a price that is none bounds nothing', async () => {
  const onChange = vi.fn()
  await show(<Filters now={{}} onChange={onChange} />)
  for (const value of ['cheap', '-1', '1e3', '1.0000000000000000001']) {
    fireEvent.change(screen.getByLabelText('At most, CORE'), { target: { value } })
    find()
    expect(onChange).toHaveBeenLastCalledWith({})
  }
})

test('days and order are chosen at once; any number of days is no condition', async () => {
  const onChange = vi.fn()
  await show(<Filters now={{ creator: 'maya', daysLeft: 7 }} onChange={onChange} />)
  fireEvent.change(screen.getByLabelText('Order'), { target: { value: 'ending' } })
  expect(onChange).toHaveBeenLastCalledWith({ creator: 'maya', daysLeft: 7, sort: 'ending' })
  fireEvent.change(screen.getByLabelText('Days left'), { target: { value: '0' } })
  expect(onChange).toHaveBeenLastCalledWith({ creator: 'maya' })
})

test('a currency is asked for only where there are two', async () => {
  const { again } = await show(<Filters now={{}} onChange={() => {}} />)
  expect(screen.queryByLabelText('Currency')).toBeNull()
  await again(<p>Elsewhere</p>)
  await show(<Filters now={{}} onChange={() => {}} />, { config: withDollars })
  expect(screen.getByLabelText('Currency')).toBeTruthy()
})

function Owner() {
  const [price, setPrice] = useState<Price>({ text: '', currency: 'core' })
  return (
    <>
      <PriceField label="Price" price={price} onChange={setPrice} />
      <output>{String(amountIn(price))}</output>
    </>
  )
}
const units = () => document.querySelector('output')?.textContent

test('a price is an amount in the smallest part of its currency, and what is typed stays when that changes', async () => {
  await show(<Owner />, { config: withDollars })
  fireEvent.change(screen.getByLabelText('Price in CORE'), { target: { value: '1.5' } })
  expect(units()).toBe('1500000000000000000')
  fireEvent.click(screen.getByRole('radio', { name: 'tUSD' }))
  expect([(screen.getByLabelText('Price in tUSD') as HTMLInputElement).value, units()]).toEqual(['1.5', '1500000'])
})

test('more decimals than the currency has are refused and not cut', async () => {
  await show(<Owner />, { config: withDollars })
  fireEvent.click(screen.getByRole('radio', { name: 'tUSD' }))
  fireEvent.change(screen.getByLabelText('Price in tUSD'), { target: { value: '1.0000001' } })
  expect(units()).toBe('null')
  expect(screen.getByText(/at most 6 decimals/)).toBeTruthy()
})

test('nothing and zero are no price', async () => {
  await show(<Owner />)
  expect(units()).toBe('null')
  fireEvent.change(screen.getByLabelText('Price in CORE'), { target: { value: '0' } })
  expect(units()).toBe('null')
})
