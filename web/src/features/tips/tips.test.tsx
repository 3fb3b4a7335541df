import { fireEvent, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { show } from '../../testing/show.tsx'
import { me, withDollars } from '../../testing/views.ts'
import { TipButton, TipPostButton } from './tip-button.tsx'
import { tipCounts } from './tip-counts.ts'
import { tipDraft } from './tip-draft.ts'
import { TipForm } from './tip-form.tsx'
import { tipping } from './tipping.ts'

beforeEach(() => {
  tipDraft.set({ currency: 'core', text: '' })
  tipping.set(null)
})
const submit = () => fireEvent.submit(document.querySelector('form') as HTMLFormElement)
const whom = { handle: 'maya', name: 'Maya Lin' }

test('an amount is sent in the smallest part of its currency', async () => {
  const onAmount = vi.fn()
  await show(<TipForm id="f" onAmount={onAmount} problem={null} />, { config: withDollars() })
  fireEvent.change(screen.getByLabelText('Amount in CORE'), { target: { value: '0,25' } })
  submit()
  expect(onAmount).toHaveBeenLastCalledWith('250000000000000000')
  fireEvent.click(screen.getByRole('radio', { name: 'tUSD' }))
  fireEvent.click(screen.getByRole('button', { name: '5 tUSD' }))
  submit()
  expect(onAmount).toHaveBeenLastCalledWith('5000000')
})

test('a number of one currency is not carried over into another', async () => {
  await show(<TipForm id="f" onAmount={() => {}} problem={null} />, { config: withDollars() })
  fireEvent.click(screen.getByRole('button', { name: '10 CORE' }))
  expect(screen.getByRole('button', { name: '10 CORE' }).getAttribute('aria-pressed')).toBe('true')
  fireEvent.click(screen.getByRole('radio', { name: 'tUSD' }))
  expect((screen.getByLabelText('Amount in tUSD') as HTMLInputElement).value).toBe('')
})

test('nothing, and what is no number, are not sent; the reason stands at the field', async () => {
  const onAmount = vi.fn()
  await show(<TipForm id="f" onAmount={onAmount} problem={null} />)
  submit()
  fireEvent.change(screen.getByLabelText('Amount in CORE'), { target: { value: 'much' } })
  submit()
  expect(onAmount).not.toHaveBeenCalled()
  expect(screen.getByText('Digits only, such as 1.5')).toBeTruthy()
})

test('what is typed is kept when the dialog is closed', async () => {
  const { again } = await show(<TipForm id="f" onAmount={() => {}} problem={null} />)
  fireEvent.change(screen.getByLabelText('Amount in CORE'), { target: { value: '3' } })
  await again(<p>Elsewhere</p>)
  await again(<TipForm id="f" onAmount={() => {}} problem="Your wallet has less" />)
  expect((screen.getByLabelText('Amount in CORE') as HTMLInputElement).value).toBe('3')
  expect(screen.getByText('Your wallet has less')).toBeTruthy()
})

test('a tip of a post is for that post, a tip of a profile for the person', async () => {
  await show(
    <>
      <TipPostButton {...whom} postId="p-9" isMine={false} tips={2} />
      <TipButton {...whom} />
    </>,
    { me: me() },
  )
  fireEvent.click(screen.getByRole('button', { name: 'Tip Maya Lin: 2 so far' }))
  expect(tipping.get()).toEqual({ ...whom, postId: 'p-9' })
  fireEvent.click(screen.getByRole('button', { name: 'Tip' }))
  expect(tipping.get()).toEqual(whom)
})

test('the number at a post is the newest that is known', async () => {
  tipCounts.learn('p-10', 12_345)
  await show(<TipPostButton {...whom} postId="p-10" isMine={false} tips={2} />, { me: me() })
  expect(screen.getByRole('button', { name: 'Tip Maya Lin: 12345 so far' }).textContent).toBe('12.3K')
})
