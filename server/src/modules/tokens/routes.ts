import { chainOf, devnet } from '@corefans/chain/chains.ts'
import { tokens as contracts } from '@corefans/shared/contracts/index.ts'
import { createClient, http } from 'viem'
import { me } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { handleOf } from '../profiles/index.ts'
import { promiseToken } from './promise-token.ts'
import { listCandles, listHolders, listTrades, readToken } from './read.ts'
import { listLaunches, listMyLaunches } from './read-launches.ts'
import { solvency } from './solvency.ts'

export function routes({ mount, chain }: Host): void {
  // One request for a page of balances, however many tokens are on it.
  const transport = http(chain.rpcUrl, { batch: true, retryCount: 0, timeout: 3_000 })
  const client = createClient({ chain: chainOf(chain.id) ?? devnet, transport })
  const promise = promiseToken
  mount.query(contracts.readToken, (read, input) => readToken(read, input))
  mount.query(contracts.listHolders, (read, input) => listHolders(read, input))
  mount.query(contracts.listTrades, (read, input) => listTrades(read, input))
  mount.query(contracts.listCandles, (read, input) => listCandles(read, input))
  mount.query(contracts.listLaunches, (read, input) => listLaunches(read, input))
  mount.query(contracts.listMyLaunches, (read, input) => listMyLaunches(read, input))
  mount.query(contracts.readSolvency, solvency(client))
  mount.command(contracts.promiseToken, async (ctx, input) => {
    await promise(ctx, input)
    return readToken(ctx, { handle: await handleOf(ctx, me(ctx)) })
  })
}
