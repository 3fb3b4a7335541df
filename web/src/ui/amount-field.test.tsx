import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { configQuery } from '../lib/session.ts'
import { show } from '../testing/show.tsx'
import { config, withDollars } from '../testing/views.ts'
import { AmountField, pieces } from './amount-field.tsx'
import { Figure } from './figure.tsx'
import { amountIn, type Price, PriceField } from './price-field.tsx'

const understood = () => document.querySelector('output')?.textContent
const type = (text: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: text } })

function Owner() {
  const [price, setPrice] = useState<Price>({ text: '', currency: 'core' })
  return (
    <>
      <PriceField label="Price" price={price} onChange={setPrice} />
      <samp>{String(amountIn(price))}</samp>
    </>
  )
}
const units = () => document.querySelector('samp')?.textContent

test('a price is an amount in the smallest part of its currency, and what is typed stays when that changes', async () => {
  await show(<Owner />, { config: withDollars() })
  fireEvent.change(screen.getByLabelText('Price in CORE'), { target: { value: '1.5' } })
  expect(units()).toBe('1500000000000000000')
  fireEvent.click(screen.getByRole('radio', { name: 'tUSD' }))
  expect([(screen.getByLabelText('Price in tUSD') as HTMLInputElement).value, units()]).toEqual(['1.5', '1500000'])
})

test('more decimals than the currency has are refused and not cut', async () => {
  await show(<Owner />, { config: withDollars() })
  fireEvent.click(screen.getByRole('radio', { name: 'tUSD' }))
  fireEvent.change(screen.getByLabelText('Price in tUSD'), { target: { value: '1.0000001' } })
  expect(units()).toBe('null')
  expect(screen.getByText(/at most 6 digits/i)).toBeTruthy()
})

test('nothing and zero are no price', async () => {
  await show(<Owner />)
  expect(units()).toBe('null')
  fireEvent.change(screen.getByLabelText('Price in CORE'), { target: { value: '0' } })
  expect(units()).toBe('null')
})

function Typed({ unit = { symbol: 'CORE', decimals: 18 } }) {
  const [text, setText] = useState('')
  return <AmountField label="Amount" text={text} unit={unit} onText={setText} zero="Free" />
}

test('UXP-03 what was understood stands beside what is typed', async () => {
  await show(<Typed />)
  expect(understood()).toBe('CORE')
  for (const [typed, is] of [
    ['15,50', '15.5 CORE'],
    ['.5', '0.5 CORE'],
    ['5.', '5 CORE'],
    ['٠٫٥', '0.5 CORE'],
    [' 1 234,5 ', '1,234.5 CORE'],
    ['0', 'Free'],
  ] as const) {
    type(typed)
    expect([typed, understood()]).toEqual([typed, is])
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('false')
  }
})

test('what is none is marked and explained, and what could be two says both', async () => {
  await show(<Typed />)
  type('1.2.3')
  expect([screen.getByRole('textbox').getAttribute('aria-invalid'), understood()]).toEqual(['true', 'CORE'])
  expect(screen.getByText('Those marks keep no groups of three apart: write it without them')).toBeTruthy()
  type('1,500')
  expect(screen.getByText(/^Read as 1,500 CORE\. If you mean 1\.5, write 1\.5\.$/)).toBeTruthy()
})

test('roughly what it is elsewhere stands there where a rate is configured, and only there', async () => {
  const { queries } = await show(<Typed />, { config: config({ demo: true }) })
  type('10')
  expect(understood()).toBe('10 CORE≈ 12.00 USD')
  queries.setQueryData(configQuery.queryKey, config({ demo: false }))
  await waitFor(() => expect(understood()).toBe('10 CORE'))
})

test('a count that reads as it is typed is not repeated', async () => {
  await show(<Typed unit={pieces} />)
  type('12')
  expect(understood()).toBe('')
  type('1 200')
  expect(understood()).toBe('1,200')
})

test('an amount that is shown short says every digit on demand, and one that is whole has nothing to press', async () => {
  const { again } = await show(<Figure units={1_234_567_890_123_456_789n} />)
  const button = screen.getByRole('button', { name: '1.234 CORE, about' })
  expect(button.title).toBe('1.234567890123456789 CORE')
  fireEvent.click(button)
  expect(screen.getByRole('button', { name: '1.234567890123456789 CORE, exactly' }).textContent).toBe('1.234567890123456789 CORE')
  await again(<Figure units={2n * 10n ** 18n} isSigned />)
  expect([screen.queryByRole('button'), document.body.textContent]).toEqual([null, expect.stringContaining('+2 CORE')])
})
