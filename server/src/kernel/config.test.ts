import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

const shared = { DATABASE_URL: 'postgres://x@127.0.0.1/x', CHAIN_RPC_URL: 'http://127.0.0.1:8545' }

describe('what the environment says', () => {
  test('is a demo world on this machine unless something else is named', () => {
    expect(readConfig({})).toMatchObject({ role: 'all', port: 3000, host: 'localhost', demo: true, publicUrl: 'http://localhost:3000' })
    expect(readConfig({ DEMO: '0' })).toMatchObject({ demo: false, host: '0.0.0.0', rateFactor: 1 })
    expect(readConfig({ CHAIN_RPC_URL: shared.CHAIN_RPC_URL })).toMatchObject({ demo: false })
  })

  test('an empty variable is an absent one, and a public address has no slash at its end', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: 'https://corefans.example/' })).toMatchObject({
      port: 3000,
      publicUrl: 'https://corefans.example',
      publicUrlGiven: true,
    })
  })

  test.each([
    ['PORT', '0'],
    ['PORT', '70000'],
    ['ROLE', 'server'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['CHAIN_RPC_URL', 'ftp://localhost'],
    ['CHAIN_CONTRACTS', 'payments=0x12'],
    ['CHAIN_CONTRACTS', 'unknown=0x0000000000000000000000000000000000000001'],
    ['CHAIN_FROM_BLOCK', '-1'],
    ['TRUST_PROXY', '10.0.0.0/64'],
    ['TRUST_PROXY', 'everybody'],
    ['METRICS_TOKEN', 'short'],
    ['SEED', '4294967296'],
  ])('%s=%s is refused in one line that names it', (variable, value) => {
    expect(() => readConfig({ [variable]: value })).toThrow(new RegExp(`^${variable}\\b[^\\n]*$`))
  })

  test('several wrong values are told at once', () => {
    expect(() => readConfig({ PORT: 'x', DEMO: 'yes' })).toThrow(/PORT[^\n]*\nDEMO/)
  })

  test('A7 a proxy is believed by number of hops or by address', () => {
    expect(readConfig({ TRUST_PROXY: '2' }).trustProxy).toBe(2)
    expect(readConfig({ TRUST_PROXY: '0' }).trustProxy).toBe(false)
    expect(readConfig({ TRUST_PROXY: '10.0.0.1, ::1/128' }).trustProxy).toEqual(['10.0.0.1', '::1/128'])
  })
})

describe('D3 roles', () => {
  test('other than all share engines, so both must be named', () => {
    expect(() => readConfig({ ROLE: 'web' })).toThrow('DATABASE_URL and CHAIN_RPC_URL')
    expect(() => readConfig({ ROLE: 'web', DATABASE_URL: shared.DATABASE_URL })).toThrow('DATABASE_URL and CHAIN_RPC_URL')
    expect(readConfig({ ROLE: 'web', ...shared })).toMatchObject({ role: 'web', demo: false })
  })

  test('the demo world is served by several processes only beside a devnet of this machine', () => {
    expect(readConfig({ ROLE: 'web', DEMO: '1', ...shared })).toMatchObject({ demo: true, host: 'localhost' })
    const elsewhere = { ...shared, CHAIN_RPC_URL: 'https://rpc.example' }
    expect(() => readConfig({ ROLE: 'web', DEMO: '1', ...elsewhere })).toThrow('DEMO=1 works with the embedded chain only')
    expect(() => readConfig({ DEMO: '1', ...shared })).toThrow('DEMO=1 works with the embedded chain only')
  })
})
