import { devnet } from '@corefans/chain/chains.ts'
import type { Backing } from '../kernel/ctx.ts'
import type { Db } from '../kernel/db.ts'
import type { ChainPort } from '../kernel/ports/chain.ts'

/** The devnet's name without a node behind it, for what asks a database alone. */
export const chainOfTests: ChainPort = {
  ...{ id: devnet.id, name: devnet.name, symbol: 'CORE', explorerUrl: null, confirmations: 1 },
  ...{ contracts: {}, rpcUrl: '', witnessUrls: [] },
  poke: () => {},
  head: () => 0,
}

/** A database for `transactOn` and `readOn` where no chain is needed. */
export const backedBy = (db: Db): Backing => ({ db, chain: chainOfTests })
