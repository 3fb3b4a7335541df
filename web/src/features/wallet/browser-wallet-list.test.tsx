import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { show } from '../../testing/show.tsx'
import { BrowserWalletList } from './browser-wallet-list.tsx'

const chain = {
  id: 31337,
  name: 'Devnet',
  nativeCurrency: { name: 'Core', symbol: 'CORE', decimals: 18 },
  rpcUrls: { default: { http: [] } },
}
vi.mock('../../lib/wallet/chain-client.ts', () => ({ chainHere: async () => chain, rpcUrl: () => 'http://localhost/rpc' }))

const announce = () =>
  window.dispatchEvent(
    new CustomEvent('eip6963:announceProvider', {
      detail: Object.freeze({
        info: { uuid: 'a0000000-0000-4000-8000-000000000000', name: 'Late Wallet', icon: 'data:image/svg+xml,', rdns: 'test.late' },
        provider: { request: async () => [], on: () => {}, removeListener: () => {} },
      }),
    }),
  )

test('UXP-04 a wallet that announces itself late is found without a reload', async () => {
  await show(<BrowserWalletList busy={false} onChoose={() => {}} />)
  await screen.findByText(/No wallet was found/)
  // Whoever listens for late ones has loaded by then.
  await vi.waitFor(async () => {
    await act(async () => announce())
    expect(screen.getByRole('button', { name: 'Late Wallet' })).toBeTruthy()
  })
})
