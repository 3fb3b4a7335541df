import { type Address, concatHex, encodeAbiParameters, getContractAddress, type Hex, zeroHash } from 'viem'
import type { ContractName } from './addresses.ts'
import { escrowBytecode } from './bytecode/escrow.ts'
import { passFactoryBytecode } from './bytecode/pass-factory.ts'
import { passMarketBytecode } from './bytecode/pass-market.ts'
import { paymentsBytecode } from './bytecode/payments.ts'
import { splitFactoryBytecode } from './bytecode/split-factory.ts'
import { sponsorForwarderBytecode } from './bytecode/sponsor-forwarder.ts'
import { testUsdBytecode } from './bytecode/test-usd.ts'
import { tokenFactoryBytecode } from './bytecode/token-factory.ts'

/** The keyless deployer that stands at this address on most chains, and on every anvil. */
export const CREATE2_DEPLOYER: Address = '0x4e59b44847b379578588920cA78FbF26c0B4956C'

/** Who may redirect fees, and who receives them at first. */
export type Deployment = { owner: Address; feeRecipient: Address }

/** One contract of a deployment: what is sent, and where the CREATE2 deployer puts it. */
export type PlannedContract = { name: ContractName; args: readonly Address[]; initCode: Hex; address: Address }

type Place = (name: ContractName) => Address
type Recipe = {
  name: ContractName
  bytecode: Hex
  /** Constructor arguments as addresses; `at` gives those of contracts above in the list. */
  args: (deployment: Deployment, at: Place) => readonly Address[]
  /** Never part of a deployment to a public chain. */
  devnetOnly?: true
}

// In order: a contract may name those above it. The same code and arguments give the same address on every chain.
const recipes: readonly Recipe[] = [
  { name: 'passMarket', bytecode: passMarketBytecode, args: ({ owner, feeRecipient }) => [owner, feeRecipient] },
  {
    name: 'passFactory',
    bytecode: passFactoryBytecode,
    args: ({ owner, feeRecipient }, at) => [owner, feeRecipient, at('passMarket')],
  },
  { name: 'sponsorForwarder', bytecode: sponsorForwarderBytecode, args: () => [] },
  {
    name: 'payments',
    bytecode: paymentsBytecode,
    args: ({ owner, feeRecipient }, at) => [owner, feeRecipient, at('sponsorForwarder')],
  },
  { name: 'escrow', bytecode: escrowBytecode, args: ({ owner, feeRecipient }) => [owner, feeRecipient] },
  { name: 'splitFactory', bytecode: splitFactoryBytecode, args: () => [] },
  { name: 'testUsd', bytecode: testUsdBytecode, args: () => [], devnetOnly: true },
  {
    name: 'tokenFactory',
    bytecode: tokenFactoryBytecode,
    args: ({ owner, feeRecipient }, at) => [owner, feeRecipient, at('sponsorForwarder')],
  },
]

/** Every contract of a deployment in the order to send them; nothing is asked of a chain. */
export function planDeployment(deployment: Deployment, isDevnet: boolean): PlannedContract[] {
  const planned: PlannedContract[] = []
  const at: Place = (name) => {
    const found = planned.find((one) => one.name === name)
    if (!found) throw new Error(`${name} is not planned before the contract that names it`)
    return found.address
  }
  for (const { name, bytecode, args, devnetOnly } of recipes) {
    if (devnetOnly && !isDevnet) continue
    const values = args(deployment, at)
    const words = values.map(() => ({ type: 'address' }) as const)
    const initCode = values.length === 0 ? bytecode : concatHex([bytecode, encodeAbiParameters(words, [...values])])
    const address = getContractAddress({ opcode: 'CREATE2', from: CREATE2_DEPLOYER, salt: zeroHash, bytecode: initCode })
    planned.push({ name, args: values, initCode, address })
  }
  return planned
}
