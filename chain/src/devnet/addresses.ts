import { contractsOf, type FullyDeployed } from '../deploy.ts'
import { planDeployment } from '../deployment.ts'
import { devnetAccount } from './accounts.ts'

/** Where the contracts are on every devnet that account 0 deployed to; changes only when the bytecode does. */
export function devnetAddresses(): FullyDeployed {
  const { address } = devnetAccount(0)
  return { contracts: contractsOf(planDeployment({ owner: address, feeRecipient: address }, true)), fromBlock: 0n }
}
