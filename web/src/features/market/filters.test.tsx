import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { show } from '../../testing/show.tsx'
import { withDollars } from '../../testing/views.ts'
import { Filters } from './filters.tsx'

const find = () => fireEvent.click(screen.getByRole('button', { name: 'Find' }))

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
  await show(<Filters now={{}} onChange={() => {}} />, { config: withDollars() })
  expect(screen.getByLabelText('Currency')).toBeTruthy()
})
