import type { BuyQuote, SellQuote } from '@corefans/chain/actions/quote-token.ts'
import { expect, test } from 'vitest'
import { boundsOf } from './bounds.ts'

const now = { priceWei: 1n, priceAfterWei: 1n, creatorWei: 0n, protocolWei: 0n, nowS: 0n }
const buy = {
  side: 'buy' as const,
  ...now,
  valueWei: 10_000n,
  out: 20_000n,
  lockedForEver: 0n,
  backWei: 0n,
  lossBps: 0,
} satisfies BuyQuote & { side: 'buy' }
const sale = { side: 'sell' as const, ...now, amount: 5n, outWei: 10_000n } satisfies SellQuote & { side: 'sell' }

test('each way of trading is bounded on the side that can move', () => {
  const onePercent = { slipBps: 100, isFirst: false }
  expect(boundsOf('spend', buy, onePercent)).toEqual({ leastOut: 19_800n, mostWei: 10_000n })
  expect(boundsOf('get', buy, onePercent)).toEqual({ leastOut: 20_000n, mostWei: 10_100n })
  expect(boundsOf('sell', sale, onePercent)).toEqual({ leastOut: 9_900n, mostWei: 0n })
  expect(boundsOf('get', buy, { slipBps: 500, isFirst: true })).toEqual({ leastOut: 20_000n, mostWei: 10_000n })
})
