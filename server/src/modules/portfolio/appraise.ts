import type { Read } from '../../kernel/ctx.ts'
import { appraiseTokens } from '../tokens/index.ts'

type Holding = { asset: string; amount: bigint }

/** What holdings would bring now, after fees, by asset: tokens by their curves. Nobody must buy a pass, so passes are absent. */
export async function appraise(read: Read, chainId: number, holdings: readonly Holding[]): Promise<Map<string, bigint>> {
  const tokens = new Map(
    holdings.flatMap(({ asset, amount }) => (asset.startsWith('token:') ? [[asset.slice('token:'.length), amount] as const] : [])),
  )
  const worth = await appraiseTokens(read, chainId, tokens)
  return new Map([...worth].map(([token, wei]) => [`token:${token}`, wei]))
}
