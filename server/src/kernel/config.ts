import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { type Contracts, contractNames } from '@corefans/chain/addresses.ts'
import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65_535)
const flag = z.enum(['0', '1']).transform((v) => v === '1')
const url = (protocols: string[], what: string) =>
  z.string().refine((u) => URL.canParse(u) && protocols.includes(new URL(u).protocol), what)

const roles = ['all', 'web', 'worker', 'watcher'] as const
/** What a process does: see `run-host.ts`. */
export type Role = (typeof roles)[number]

/** An address, or a network as `10.0.0.0/8`. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, more] = text.split('/')
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return bits > 0 && more === undefined && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
}
/** Which proxies are believed: how many stand in front of us, or their addresses and networks. */
const proxies = z
  .string()
  .transform((text) => text.trim())
  .refine(
    (text) => /^\d$/.test(text) || text.split(',').every((one) => isNetwork(one.trim())),
    'must be a number of hops, or addresses and networks',
  )
  .transform((text) => (/^\d$/.test(text) ? Number(text) || false : text.split(',').map((one) => one.trim())))

const Environment = z.object({
  ROLE: z.enum(roles).default('all'),
  PORT: port.default(3000),
  HOST: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'must be a postgres:// URL').optional(),
  CHAIN_RPC_URL: url(['http:', 'https:'], 'must be an http(s):// URL').optional(),
  CHAIN_WITNESS_URLS: z
    .string()
    .transform((list) => list.split(',').map((one) => one.trim()))
    .pipe(z.array(url(['http:', 'https:'], 'must be http(s):// URLs, separated by commas')).max(6))
    .optional(),
  CHAIN_CONTRACTS: z
    .string()
    .transform((list) => Object.fromEntries(list.split(',').map((pair) => pair.trim().split('='))))
    .pipe(z.partialRecord(z.enum(contractNames), z.string().regex(/^0x[0-9a-fA-F]{40}$/, 'must be an EVM address')))
    .optional(),
  CHAIN_FROM_BLOCK: z.coerce.number().int().min(0).default(0),
  PUBLIC_URL: url(['http:', 'https:'], 'must be an http(s):// URL').optional(),
  DEMO: flag.optional(),
  SEED: z.coerce.number().int().min(0).max(0xffffffff).default(42),
  TRUST_PROXY: proxies.default(false),
  LIVE_UDP_PORT: port.optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
})

export type Config = {
  role: Role
  port: number
  host: string
  dataDir: string
  databaseUrl: string | null
  chainRpcUrl: string | null
  /** More nodes of the same chain: with some, money is credited when two in three agree. */
  chainWitnessUrls: string[]
  chainContracts: Contracts
  chainFromBlock: bigint
  publicUrl: string
  publicUrlGiven: boolean
  demo: boolean
  seed: number
  /** Whose `X-Forwarded-For` is believed: that of so many proxies, of these addresses and networks, or nobody's. */
  trustProxy: false | number | string[]
  /** The one port that sound and picture of all streams go through; null: any that is free. */
  liveUdpPort: number | null
  metricsToken: string | null
  /** Who follows more than `above` has a timeline of the newest `kept` posts; for everybody else, and beneath it, they are pulled. */
  timelines: { above: number; kept: number }
  logLevel: string
  /** Multiplies every rate limit: a demo world is one machine that plays everybody. */
  rateFactor: number
}

/** What the environment says, parsed once. Throws one clear line for each wrong value. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const e = parsed(env)
  mustFitTogether(e)
  const demo = e.DEMO !== false && (e.DEMO === true || !e.CHAIN_RPC_URL)
  return {
    ...engines(e),
    role: e.ROLE,
    port: e.PORT,
    host: e.HOST ?? (demo ? 'localhost' : '0.0.0.0'),
    publicUrl: (e.PUBLIC_URL ?? `http://localhost:${e.PORT}`).replace(/\/$/, ''),
    publicUrlGiven: e.PUBLIC_URL !== undefined,
    demo,
    seed: e.SEED,
    trustProxy: e.TRUST_PROXY,
    liveUdpPort: e.LIVE_UDP_PORT ?? null,
    metricsToken: e.METRICS_TOKEN ?? null,
    timelines: { above: 200, kept: 2_000 },
    logLevel: e.LOG_LEVEL,
    rateFactor: demo ? 20 : 1,
  }
}

/** Whether the devnet of another process on this machine can be meant; that it is one, the chain's own number says. */
const isLoopback = (url: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)

/** Values that are right by themselves and not beside each other. */
function mustFitTogether(e: z.output<typeof Environment>): void {
  if (e.DEMO === true && e.CHAIN_RPC_URL && (e.ROLE === 'all' || !isLoopback(e.CHAIN_RPC_URL)))
    throw new Error('DEMO=1 works with the embedded chain only: leave CHAIN_RPC_URL unset, or set DEMO=0')
  if (e.ROLE !== 'all' && !(e.DATABASE_URL && e.CHAIN_RPC_URL))
    throw new Error(`ROLE=${e.ROLE} shares its engines with other processes: name them with DATABASE_URL and CHAIN_RPC_URL`)
}

/** Where data lives and which engines stand in for the embedded ones. */
function engines(
  e: z.output<typeof Environment>,
): Pick<Config, 'dataDir' | 'databaseUrl' | 'chainRpcUrl' | 'chainWitnessUrls' | 'chainContracts' | 'chainFromBlock'> {
  return {
    dataDir: resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL ?? null,
    chainRpcUrl: e.CHAIN_RPC_URL ?? null,
    chainWitnessUrls: e.CHAIN_WITNESS_URLS ?? [],
    chainContracts: (e.CHAIN_CONTRACTS ?? {}) as Contracts,
    chainFromBlock: BigInt(e.CHAIN_FROM_BLOCK),
  }
}

function parsed(env: NodeJS.ProcessEnv): z.output<typeof Environment> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = Environment.safeParse(given)
  if (read.success) return read.data
  const lines = read.error.issues.map(({ path, message }) => `${path.join('.')} ${message} (it is ${JSON.stringify(env[String(path[0])])})`)
  throw new Error(lines.join('\n'))
}
