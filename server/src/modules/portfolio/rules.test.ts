import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Line, positionsOf } from './rules.ts'

const me = { wallets: new Set(['0xme', '0xmine']), coins: new Set(['native', '0xusd']) }
const token = 'token:0xt'
let tx = 0
const trade = (kind: string, quantity: bigint, wei: bigint, { coin = 'native', holder = '0xme' } = {}): Line[] => {
  const txHash = `0x${++tx}`
  const money = kind === 'token-buy' ? { amount: -wei, part: 'price' } : { amount: wei, part: 'proceeds' }
  return [
    { kind: 'token-move', subject: token, txHash, entries: [{ asset: token, amount: quantity, part: 'received', holder }] },
    { kind, subject: token, txHash, entries: [{ asset: coin, holder, ...money }] },
  ]
}
const gift = (quantity: bigint, holder = '0xme'): Line[] => [
  { kind: 'token-move', subject: token, txHash: `0x${++tx}`, entries: [{ asset: token, amount: quantity, part: 'given', holder }] },
]
const all = (lines: Line[]) => positionsOf(lines, me)[0]
const only = (lines: Line[]) => {
  const { asset, amount, money } = all(lines) ?? { asset: '', amount: 0n, money: new Map() }
  const { cost, realised } = money.get('native') ?? { cost: 0n, realised: 0n }
  return { asset, amount, costWei: cost, realisedWei: realised }
}

test('TOK-07 bought for 1 and sold for 1.2 is a profit of 0.2, to the wei', () => {
  const position = only([...trade('token-buy', 100n, 10n ** 18n), ...trade('token-sell', -100n, 12n * 10n ** 17n)])
  expect(position).toEqual({ asset: token, amount: 0n, costWei: 0n, realisedWei: 2n * 10n ** 17n })
})

test('a gift costs nothing; what is given away takes its cost along and is no loss', () => {
  expect(only([...gift(50n), ...trade('token-sell', -50n, 7n)])).toMatchObject({ amount: 0n, realisedWei: 7n })
  expect(only([...trade('token-buy', 10n, 100n), ...gift(-4n)])).toMatchObject({ amount: 6n, costWei: 60n, realisedWei: 0n })
})

test('what was bought for one coin and sold for another is a cost in the one and proceeds in the other; strange coins are nothing', () => {
  const bought = trade('token-buy', 4n, 100n, { coin: '0xusd' })
  expect(all(bought)?.money).toEqual(new Map([['0xusd', { cost: 100n, realised: 0n }]]))
  expect(all([...bought, ...trade('token-sell', -3n, 7n)])).toMatchObject({
    amount: 1n,
    money: new Map([
      ['0xusd', { cost: 25n, realised: -75n }],
      ['native', { cost: 0n, realised: 7n }],
    ]),
  })
  expect(all(trade('token-buy', 4n, 100n, { coin: '0xstrange' }))).toMatchObject({ amount: 4n, money: new Map() })
})

test('moving between my own wallets changes nothing', () => {
  const [txHash, quantity] = ['0xinner', 5n]
  const between: Line = {
    kind: 'token-move',
    subject: token,
    txHash,
    entries: [
      { asset: token, amount: -quantity, part: 'given', holder: '0xme' },
      { asset: token, amount: quantity, part: 'received', holder: '0xmine' },
    ],
  }
  expect(only([...trade('token-buy', 10n, 100n), between])).toMatchObject({ amount: 10n, costWei: 100n })
})

test('whoever sells everything has realised exactly what came in less what went out', () => {
  const steps = fc.array(fc.record({ quantity: fc.bigInt(1n, 10n ** 24n), wei: fc.bigInt(0n, 10n ** 21n), sells: fc.boolean() }), {
    minLength: 1,
    maxLength: 40,
  })
  fc.assert(
    fc.property(steps, fc.bigInt(0n, 10n ** 21n), (script, lastWei) => {
      let [held, cash] = [0n, 0n]
      const lines: Line[] = []
      for (const { quantity, wei, sells } of script) {
        const amount = sells ? -(quantity < held ? quantity : held) : quantity
        if (amount === 0n) continue
        held += amount
        cash += sells ? wei : -wei
        lines.push(...trade(sells ? 'token-sell' : 'token-buy', amount, wei))
      }
      if (lines.length === 0) return
      if (held > 0n) {
        lines.push(...trade('token-sell', -held, lastWei))
        cash += lastWei
      }
      expect(only(lines)).toMatchObject({ amount: 0n, costWei: 0n, realisedWei: cash })
    }),
  )
})
