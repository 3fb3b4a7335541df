import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Step } from '../../lib/wallet/transaction.ts'
import type { Flow } from '../../lib/wallet/transaction-flow.ts'
import { show } from '../../testing/show.tsx'
import { config } from '../../testing/views.ts'
import { StepNotice } from './step-notice.tsx'
import { actionFor } from './transaction-actions.tsx'
import { TransactionNeeds } from './transaction-needs.tsx'

const setting = { payer: '0x1234…abcd', kind: 'instant', chain: { id: 31337, name: 'Devnet' }, coin: undefined } as never
const done = { title: 'Thank you.', text: 'It went straight to Maya.' }
const notice = (step: Step) => <StepNotice step={step} setting={setting} done={done} />
const hash = `0x${'ab'.repeat(32)}`
const flow = () =>
  ({ cancel: vi.fn(), check: vi.fn(), confirm: vi.fn(), switchNetwork: vi.fn(), prepare: vi.fn() }) as unknown as {
    [F in keyof Flow]: ReturnType<typeof vi.fn>
  }
const needs = (step: Step, of: ReturnType<typeof flow>) => <TransactionNeeds step={step} flow={of as never} payer={null} />

test('what is under way counts its confirmations, with the transaction to look up', async () => {
  await show(notice({ at: 'pending', hash, have: 1, needed: 3, isReplaced: false }))
  const progress = screen.getByRole('progressbar', { name: 'Confirmations' }) as HTMLProgressElement
  expect([progress.value, progress.max]).toEqual([1, 3])
  expect(screen.getByTitle(hash)).toBeTruthy()
})

test('a failure is read aloud with its reason, success with what it brought', async () => {
  const { again } = await show(
    notice({ at: 'failed', problem: { code: 'wallet/rejected', words: 'You cancelled. Nothing was charged.' }, hash: null }),
  )
  expect(screen.getByRole('alert').textContent).toContain('Nothing was charged')
  await again(notice({ at: 'confirmed', hash }))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getAllByRole('status').some((one) => one.textContent?.includes('Thank you.It went straight to Maya.'))).toBe(true)
})

test('a failure after sending still names the transaction', async () => {
  await show(notice({ at: 'failed', problem: { code: 'chain/reverted', words: 'It was refused.' }, hash }))
  expect(screen.getByTitle(hash)).toBeTruthy()
})

test('a password is asked for and handed on, and an empty one is not', async () => {
  const of = flow()
  await show(needs({ at: 'password', isWrong: false }, of))
  const button = screen.getByRole('button', { name: 'Open and confirm' }) as HTMLButtonElement
  expect(button.disabled).toBe(true)
  fireEvent.change(screen.getByLabelText('Wallet password'), { target: { value: 'secret' } })
  fireEvent.click(button)
  expect(of.confirm).toHaveBeenCalledExactlyOnceWith('secret')
})

const next = (step: Step, of: ReturnType<typeof flow>) => actionFor({ step, flow: of as never, confirm: 'Pay 1 CORE', onClose: () => {} })

test('M17 too little money: in the demo the press that pays brings it, elsewhere one looks again', async () => {
  const of = flow()
  const short: Step = { at: 'insufficient', needWei: 2n, haveWei: 1n }
  const { again, queries } = await show(next(short, of), { config: config({ demo: true }) })
  fireEvent.click(screen.getByRole('button', { name: 'Top up and pay 1 CORE' }))
  expect(of.prepare).toHaveBeenCalledExactlyOnceWith({ topUp: true })
  queries.setQueryData(['config'], config())
  await again(needs(short, of))
  fireEvent.click(screen.getByRole('button', { name: 'Look again' }))
  expect(of.check).toHaveBeenCalledOnce()
})

test('a wallet that does not answer can be left after a while, not at once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const of = flow()
    const { again } = await show(needs({ at: 'opening', by: 'browser' }, of))
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
    vi.advanceTimersByTime(5_000)
    await again(needs({ at: 'opening', by: 'browser' }, of))
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(of.cancel).toHaveBeenCalledOnce()
  } finally {
    vi.useRealTimers()
  }
})
