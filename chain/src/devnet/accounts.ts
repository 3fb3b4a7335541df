import { mnemonicToAccount } from 'viem/accounts'

// Known to everyone who has ever run a local chain: worth nothing anywhere else.
const MNEMONIC = 'test test test test test test test test test test test junk'

/** The n-th rich account of the devnet (0 to 9); account 0 deploys the contracts and receives fees. */
export function devnetAccount(index: number) {
  return mnemonicToAccount(MNEMONIC, { addressIndex: index })
}
