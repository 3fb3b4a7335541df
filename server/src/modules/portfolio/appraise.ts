import type { Read } from '../../kernel/ctx.ts'
import { pricesOfPasses } from '../market/index.ts'
import { appraiseTokens } from '../tokens/index.ts'
import type { Position } from './rules.ts'

/** What something would bring after fees, in one coin, and who says so. */
export type Value = { by: 'curve' | 'offer' | 'floor'; coin: string; amount: bigint } | { by: 'cost' }

/**
 * What each of these positions is worth now. A token: all of it sold to its curve. A pass that can be sold: the best offer
 * that could be accepted, else the floor of its tier, else what it cost; the coin it was bought in comes first, then the
 * native one. Whatever cannot be sold now is absent.
 */
export async function appraise(
  read: Read,
  { wallets, positions }: { wallets: readonly string[]; positions: readonly Position[] },
): Promise<Map<string, Value>> {
  const tokens = new Map(
    positions.flatMap(({ asset, amount }) => (asset.startsWith('token:') ? [[asset.slice('token:'.length), amount] as const] : [])),
  )
  const [worth, prices] = await Promise.all([appraiseTokens(read, tokens), pricesOfPasses(read, wallets)])
  const values = new Map<string, Value>()
  for (const [token, amount] of worth) values.set(`token:${token}`, { by: 'curve', coin: 'native', amount })
  for (const { asset, money } of positions) {
    const offered = prices.get(asset)
    if (offered) values.set(asset, bestOf(offered, money))
  }
  return values
}

type Offered = { by: 'offer' | 'floor'; coin: string; net: bigint }

function bestOf(offered: readonly Offered[], money: Position['money']): Value {
  const rank = ({ by, coin }: Offered) =>
    (by === 'offer' ? 0 : 4) + ((money.get(coin)?.cost ?? 0n) > 0n ? 0 : 2) + (coin === 'native' ? 0 : 1)
  const [best] = [...offered].sort((a, b) => rank(a) - rank(b))
  return best ? { by: best.by, coin: best.coin, amount: best.net } : { by: 'cost' }
}
