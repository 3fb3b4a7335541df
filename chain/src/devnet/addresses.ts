import type { ChainAddresses } from '../addresses.ts'
import { passFactoryAddress } from '../deploy.ts'
import { devnetAccount } from './accounts.ts'

/** Where the contracts are on every devnet that account 0 deployed to; changes only when the bytecode does. */
export function devnetAddresses(): ChainAddresses {
  const { address } = devnetAccount(0)
  return { passFactory: passFactoryAddress({ owner: address, feeRecipient: address }), fromBlock: 0n }
}
