import { type Address, concatHex, type Hex, zeroHash } from 'viem'
import { getCode, getLogs, sendTransaction, waitForTransactionReceipt } from 'viem/actions'
import { passFactoryAbi } from './abi/pass-factory.ts'
import type { ContractName, Deployed } from './addresses.ts'
import { devnet } from './chains.ts'
import type { ReadingClient, SigningClient } from './clients.ts'
import { CREATE2_DEPLOYER, type Deployment, type PlannedContract, planDeployment } from './deployment.ts'

/** Every contract of a deployment has its place. */
export type FullyDeployed = Deployed<Readonly<Record<ContractName, Address>>>

/** Puts the contracts on the client's chain unless they are there; the same code and owner give the same addresses. */
export async function deployContracts(client: SigningClient, deployment?: Deployment): Promise<FullyDeployed> {
  const { address } = client.account
  const planned = planDeployment(deployment ?? { owner: address, feeRecipient: address }, client.chain.id === devnet.id)
  for (const { address: place, initCode } of planned) if (!(await hasCode(client, place))) await create(client, initCode)
  const contracts = contractsOf(planned)
  return { contracts, fromBlock: await firstBlockOf(client, contracts.passFactory) }
}

/** The addresses of a plan by name. */
export function contractsOf(planned: readonly PlannedContract[]): Readonly<Record<ContractName, Address>> {
  return Object.fromEntries(planned.map(({ name, address }) => [name, address])) as Record<ContractName, Address>
}

async function hasCode(client: ReadingClient, address: Address): Promise<boolean> {
  return (await getCode(client, { address })) !== undefined
}

async function create(client: SigningClient, initCode: Hex): Promise<void> {
  if (!(await hasCode(client, CREATE2_DEPLOYER))) throw new Error(`no CREATE2 deployer on chain ${client.chain.id}`)
  const data = concatHex([zeroHash, initCode])
  const hash = await sendTransaction(client, {
    account: client.account,
    chain: client.chain,
    to: CREATE2_DEPLOYER,
    data,
  })
  const { status } = await waitForTransactionReceipt(client, { hash, pollingInterval: 50 })
  if (status !== 'success') throw new Error(`deployment ${hash} failed`)
}

/** The factory's constructor names its first owner, so its first log marks the first block of the deployment. */
async function firstBlockOf(client: ReadingClient, address: Address): Promise<bigint> {
  const event = passFactoryAbi.find((entry) => entry.type === 'event' && entry.name === 'OwnershipTransferred')
  if (event?.type !== 'event') throw new Error('the factory ABI has no OwnershipTransferred')
  const [first] = await getLogs(client, { address, event, fromBlock: 0n, toBlock: 'latest' })
  if (first === undefined) throw new Error(`no deployment log of ${address}`)
  return first.blockNumber
}
