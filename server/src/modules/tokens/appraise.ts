import { saleOf } from '@corefans/chain/curve.ts'
import type { Read } from '../../kernel/ctx.ts'
import { statesOf } from './store/write.ts'

/** What selling so much of each token now would bring after fees, in wei, by token; unknown tokens are absent. */
export async function appraiseTokens(
  read: Pick<Read, 'sql' | 'chain'>,
  holdings: ReadonlyMap<string, bigint>,
): Promise<Map<string, bigint>> {
  const states = await statesOf(read, [...holdings.keys()])
  const worth = [...states].map(([token, state]): [string, bigint] => {
    const { supply, preset, protocolBps, creatorBps } = state
    const curve = { supply, preset, protocolBps: BigInt(protocolBps), creatorBps: BigInt(creatorBps), launchedAtS: null, nowS: 0n }
    return [token, saleOf(curve, holdings.get(token) ?? 0n)?.outWei ?? 0n]
  })
  return new Map(worth)
}
