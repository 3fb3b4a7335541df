import { z } from 'zod'
import { contract } from '../contract.ts'
import { Handle } from '../values/handle.ts'
import { AddressView } from '../values/ids.ts'
import { Money } from '../values/money.ts'
import { SignedIn } from './accounts.ts'

const healthy = { who: 'public', input: z.strictObject({}), output: z.object({ status: z.literal('ok') }), problems: [] } as const
export const readHealth = contract('GET /api/health', {
  summary: 'Ready, or 503 while starting, stopping or without a part: `parts` names what is down',
  ...healthy,
})
export const readReadiness = contract('GET /api/health/ready', {
  summary: 'The same as /api/health: whether requests should be sent here',
  ...healthy,
})
export const readLiveness = contract('GET /api/health/live', {
  summary: 'This process answers, whatever it depends on: only its absence is a reason to restart it',
  ...healthy,
})

/** What a client needs before it can do anything; nothing in it is secret. */
export const ConfigView = z.object({
  demo: z.boolean(),
  publicUrl: z.string(),
  chain: z.object({
    id: z.number().int(),
    name: z.string(),
    symbol: z.string(),
    rpcUrl: z.string(),
    explorerUrl: z.string().nullable(),
    confirmations: z.number().int(),
    /** By name; a contract that is absent is not deployed on this chain. */
    contracts: z.record(z.string(), AddressView),
  }),
})
export type ConfigView = z.infer<typeof ConfigView>
export const readConfig = contract('GET /api/config', {
  summary: 'Chain, addresses and mode of this CoreFans',
  who: 'public',
  input: z.strictObject({}),
  output: ConfigView,
  problems: [],
})

export const demoSignIn = contract('POST /api/demo/sign-in', {
  summary: 'Become a person of the demo world',
  who: 'public',
  input: z.strictObject({ handle: Handle }),
  output: SignedIn,
  problems: ['demo/unknown-person'],
  demoOnly: true,
  rate: { points: 600, per: 'address' },
})
export const demoPeople = contract('GET /api/demo/people', {
  summary: 'The people one can be',
  who: 'public',
  input: z.strictObject({}),
  output: z.object({ items: z.array(z.object({ handle: z.string(), name: z.string(), role: z.string() })), nextCursor: z.null() }),
  problems: [],
  demoOnly: true,
})
export const advanceClock = contract('POST /api/demo/clock', {
  summary: 'Move server, jobs and chain forward together',
  who: 'public',
  input: z.strictObject({
    advanceMs: z
      .number()
      .int()
      .min(0)
      .max(366 * 86_400_000),
  }),
  output: z.object({ now: z.iso.datetime(), offsetMs: z.number().int() }),
  problems: [],
  demoOnly: true,
})
export const demoWallet = contract('GET /api/demo/wallet', {
  summary: "The test-money key of the seeded person who is signed in; it is derived from anvil's public mnemonic",
  who: 'account',
  input: z.strictObject({}),
  output: z.object({ address: AddressView, privateKey: z.string() }),
  problems: ['demo/unknown-person'],
  demoOnly: true,
})
export const faucet = contract('POST /api/demo/faucet', {
  summary: 'Test money for one of my wallets, at most 100 CORE a day',
  who: 'account',
  input: z.strictObject({ address: AddressView }),
  output: z.object({ txHash: z.string(), sent: Money }),
  problems: ['demo/faucet-empty', 'demo/not-your-wallet'],
  demoOnly: true,
  rate: { points: 20, per: 'account' },
})
