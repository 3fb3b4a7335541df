import { coverOf } from '@corefans/chain/actions/allow-token.ts'
import { chainOf, devnet } from '@corefans/chain/chains.ts'
import type { ReadingClient } from '@corefans/chain/clients.ts'
import { createClient, http } from 'viem'
import { nobody, readOn } from '../../kernel/ctx.ts'
import { assetOf } from '../../kernel/currency.ts'
import { Outage } from '../../kernel/errors.ts'
import type { Host } from '../../kernel/host.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { type Cover, keepCovers, staleCovers } from './cover-store.ts'

type Hex = `0x${string}`
export type AskCover = (wallets: readonly string[]) => Promise<Cover[]>

/** Asks the chain what wallets hold of the dollar token and let the market take; nothing where there is no such token. */
export function coverAsker(chain: ChainPort): AskCover {
  // One request for a page of questions.
  const transport = http(chain.rpcUrl, { batch: true, retryCount: 0, timeout: 3_000 })
  const client: ReadingClient = createClient({ chain: chainOf(chain.id) ?? devnet, transport })
  const [token, spender] = [assetOf(chain, 'usd') as Hex | null, chain.contracts.passMarket]
  return async (wallets) => {
    if (!token || !spender) return []
    const ask = async (wallet: string) => ({ wallet, token, ...(await coverOf(client, { token, owner: wallet as Hex, spender })) })
    return Promise.all(wallets.map(ask)).catch((cause: unknown) => {
      throw new Outage('the chain', cause)
    })
  }
}

/** Asks again for wallets whose tokens moved, and from time to time for all whose offers stand: allowances change in silence. */
export function followCovers(host: Host): () => void {
  const ask = coverAsker(host.chain)
  const read = readOn(host, nobody)
  const refresh = async () => {
    const wallets = await staleCovers(read)
    if (wallets.length === 0) return
    const covers = await ask(wallets)
    await host.transact(nobody, (ctx) => keepCovers(ctx, covers))
  }
  host.whileLeading(2, 'market.cover', refresh)
  return () => void refresh().catch((error: unknown) => host.log.error(error, 'market.cover'))
}
