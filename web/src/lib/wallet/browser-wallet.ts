import type { SigningClient } from '@corefans/chain/clients.ts'
import {
  type Config,
  type Connector,
  connect,
  createConfig,
  createStorage,
  injected,
  switchChain,
  watchConnections,
  watchConnectors,
} from '@wagmi/core'
import { type EIP1193Provider, http } from 'viem'
import { signMessage } from 'viem/actions'
import { kept, keptJson } from '../storage.ts'
import { chainHere, providerClient, rpcUrl } from './chain-client.ts'
import { type SignedMessage, signChallenge } from './siwe.ts'
import { WalletProblem } from './wallet-problem.ts'

/** A wallet that lives in this browser, as it announced itself (EIP-6963). */
export type BrowserWallet = { id: string; name: string; icon: string | null }
export type Connected = { address: `0x${string}`; chainId: number; client: SigningClient }

const announceMs = 150
let made: Promise<Config> | undefined

function wagmi(): Promise<Config> {
  made ??= make()
  return made
}

async function make(): Promise<Config> {
  const chain = await chainHere()
  const config = createConfig({
    chains: [chain],
    transports: { [chain.id]: http(rpcUrl()) },
    connectors: [injected()],
    storage: createStorage({ key: 'corefans-wallet', storage: keptByWagmi }),
  })
  // Wallets answer the discovery event at once or after their script has loaded.
  await new Promise((resolve) => setTimeout(resolve, announceMs))
  return config
}

/** Those that announced themselves by now; the old `window.ethereum` only where nobody did. */
function connectorsOf(config: Config): readonly Connector[] {
  const announced = config.connectors.filter((connector) => connector.id !== 'injected')
  if (announced.length > 0) return announced
  return 'ethereum' in window ? config.connectors : []
}

/** The wallets of this browser; an icon that would need a request elsewhere is left out. */
export async function browserWallets(): Promise<BrowserWallet[]> {
  return connectorsOf(await wagmi()).map(({ id, name, icon }) => ({
    id,
    name,
    icon: icon?.trim().startsWith('data:image/') ? icon.trim() : null,
  }))
}

/** Tells when a wallet announces itself after the page has loaded, until the answer is called. */
export async function watchForWallets(onChange: () => void): Promise<() => void> {
  const stop = watchConnectors(await wagmi(), { onChange })
  window.addEventListener('ethereum#initialized', onChange)
  return () => {
    stop()
    window.removeEventListener('ethereum#initialized', onChange)
  }
}

/** Asks a wallet for its accounts. With `address` it must be that one, or `wallet/other-account` is thrown. */
export async function connectBrowserWallet({ id, address }: { id?: string | undefined; address?: string | undefined }): Promise<Connected> {
  const config = await wagmi()
  const connector = await connectorFor(config, id ?? rememberedFor(address), address)
  const accounts = await accountsOf(config, connector)
  if (accounts.length === 0) throw new WalletProblem('wallet/no-account')
  const chosen = address ? accounts.find((account) => account.toLowerCase() === address) : accounts[0]
  if (!chosen) throw new WalletProblem('wallet/other-account')
  remember(chosen, connector.id)
  const provider = (await connector.getProvider()) as EIP1193Provider
  return { address: chosen, chainId: await connector.getChainId(), client: await providerClient(chosen, provider) }
}

async function connectorFor(config: Config, id: string | undefined, address: string | undefined): Promise<Connector> {
  const all = connectorsOf(config)
  const known = all.find((connector) => connector.id === id)
  if (known) return known
  for (const connector of all) if (address && (await shows(connector, address))) return connector
  const [first] = all
  if (!first) throw new WalletProblem('wallet/none-found')
  return first
}

/** Whether a wallet would show this account without asking. */
async function shows(connector: Connector, address: string): Promise<boolean> {
  if (!(await connector.isAuthorized())) return false
  return (await connector.getAccounts()).some((account) => account.toLowerCase() === address)
}

async function accountsOf(config: Config, connector: Connector): Promise<readonly `0x${string}`[]> {
  try {
    return (await connect(config, { connector })).accounts
  } catch (error) {
    // A wallet that was connected before the page loaded is connected already: that is no failure.
    if (error instanceof Error && error.name === 'ConnectorAlreadyConnectedError') return connector.getAccounts()
    throw error
  }
}

/** Brings the wallet to our chain; one that does not know it is told where it is. */
export async function switchToOurs(address: string): Promise<void> {
  const config = await wagmi()
  const connector = await connectorFor(config, rememberedFor(address), address)
  const chain = await chainHere()
  await switchChain(config, { connector, chainId: chain.id })
}

/** Tells when the accounts or the chain of a connected wallet change, until the answer is called. */
export async function watchBrowserWallets(onChange: () => void): Promise<() => void> {
  return watchConnections(await wagmi(), { onChange })
}

/** Has a connected wallet sign a fresh challenge of ours. */
export const proveBrowserWallet = ({ address, client }: Connected): Promise<SignedMessage> =>
  signChallenge(address, (message) => signMessage(client, { message }))

const keptByWagmi = {
  getItem: (key: string) => kept(key).read(),
  setItem: (key: string, text: string) => kept(key).write(text),
  removeItem: (key: string) => kept(key).write(null),
}

/** Which wallet of this browser showed an account. */
const memory = keptJson<Record<string, unknown>>('corefans-wallet-of')
const rememberedWallets = (): Record<string, unknown> => {
  const all = memory.read()
  return typeof all === 'object' && all !== null ? all : {}
}
function rememberedFor(address: string | undefined): string | undefined {
  const id = address ? rememberedWallets()[address.toLowerCase()] : undefined
  return typeof id === 'string' ? id : undefined
}
const remember = (address: string, id: string): void => memory.write({ ...rememberedWallets(), [address.toLowerCase()]: id })
