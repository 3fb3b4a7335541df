import { expect, test, vi } from 'vitest'
import { openTransaction } from '../../lib/wallet/transaction-flow.ts'
import { tipDraft } from './tip-draft.ts'

vi.mock('../../lib/wallet/load-engine.ts', () => ({ loadEngine: () => Promise.reject(new Error('offline')) }))

test('PAY-06 what was typed is kept when the payment fails', async () => {
  tipDraft.set({ currency: 'usd', text: '12.5' })
  const at = `0x${'1'.repeat(40)}` as const
  const flow = openTransaction({ action: { does: 'tip', with: { payments: at, payee: at, amountWei: 1n } }, costWei: 1n, done: '' })
  flow.attach()
  await vi.waitFor(() => expect(flow.step.get().at).toBe('failed'))
  expect(tipDraft.get()).toEqual({ currency: 'usd', text: '12.5' })
})
