import type { Address } from 'viem'
import { readContract } from 'viem/actions'
import { accessPassAbi } from '../abi/access-pass.ts'
import type { ReadingClient } from '../clients.ts'
import { resaleParts } from '../fees.ts'

/** What a resale comes to: the buyer pays `price`, of which fee and royalty are parts. */
export type ResaleQuote = { price: bigint; fee: bigint; royalty: bigint; net: bigint; royaltyTo: Address }

/** The parts of a resale of this pass at this price; the market divides by the same rule, to the wei. */
export async function quoteResale(
  client: ReadingClient,
  { pass, id, price }: { pass: Address; id: bigint; price: bigint },
): Promise<ResaleQuote> {
  const [royaltyTo, per10k] = await readContract(client, {
    address: pass,
    abi: accessPassAbi,
    functionName: 'royaltyInfo',
    args: [id, 10_000n],
  })
  return { price, ...resaleParts(price, Number(per10k)), royaltyTo }
}
