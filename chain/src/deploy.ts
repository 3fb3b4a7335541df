import { type Address, concatHex, encodeAbiParameters, getContractAddress, type Hex, zeroHash } from 'viem'
import { getCode, getLogs, sendTransaction, waitForTransactionReceipt } from 'viem/actions'
import { passFactoryAbi } from './abi/pass-factory.ts'
import type { ChainAddresses } from './addresses.ts'
import { passFactoryBytecode } from './bytecode/pass-factory.ts'
import type { ReadingClient, SigningClient } from './clients.ts'

/** The keyless deployer that stands at this address on most chains, and on every anvil. */
const CREATE2_DEPLOYER: Address = '0x4e59b44847b379578588920cA78FbF26c0B4956C'

/** Who may redirect fees, and who receives them at first. */
export type Deployment = { owner: Address; feeRecipient: Address }

/** Puts the contracts on the client's chain unless they are there; the same code and owner give the same address. */
export async function deployContracts(client: SigningClient, deployment?: Deployment): Promise<ChainAddresses> {
  const { address } = client.account
  const initCode = initCodeOf(deployment ?? { owner: address, feeRecipient: address })
  const passFactory = factoryAddress(initCode)
  if (!(await hasCode(client, passFactory))) await create(client, initCode)
  return { passFactory, fromBlock: await firstBlockOf(client, passFactory) }
}

/** Where `deployContracts` puts the factory for this owner. */
export function passFactoryAddress(deployment: Deployment): Address {
  return factoryAddress(initCodeOf(deployment))
}

function initCodeOf({ owner, feeRecipient }: Deployment): Hex {
  const words = [{ type: 'address' }, { type: 'address' }] as const
  return concatHex([passFactoryBytecode, encodeAbiParameters(words, [owner, feeRecipient])])
}

function factoryAddress(bytecode: Hex): Address {
  return getContractAddress({ opcode: 'CREATE2', from: CREATE2_DEPLOYER, salt: zeroHash, bytecode })
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

/** The factory's constructor names its first owner, so its first log marks its first block. */
async function firstBlockOf(client: ReadingClient, address: Address): Promise<bigint> {
  const event = passFactoryAbi.find((entry) => entry.type === 'event' && entry.name === 'OwnershipTransferred')
  if (event?.type !== 'event') throw new Error('the factory ABI has no OwnershipTransferred')
  const [first] = await getLogs(client, { address, event, fromBlock: 0n, toBlock: 'latest' })
  if (first === undefined) throw new Error(`no deployment log of ${address}`)
  return first.blockNumber
}
