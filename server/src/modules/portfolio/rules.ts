/** What a person holds and what it cost, from the ledger alone. Pure: postings in, positions out. */

/** A posting, as far as a portfolio needs it; `holder` is the wallet behind an account. */
export type Line = {
  kind: string
  subject: string | null
  txHash: string
  entries: readonly { asset: string; amount: bigint; part: string; holder: string | null }[]
}

/** By coin: `cost` is what the amount still held was bought for, `realised` proceeds less cost of what was sold. */
export type Position = { asset: string; amount: bigint; money: Map<string, { cost: bigint; realised: bigint }> }
export type Holder = { wallets: ReadonlySet<string>; coins: ReadonlySet<string> }

const trades = new Set(['resale', 'token-sell'])
const isHeld = (asset: string): boolean => asset.includes('/') || asset.startsWith('token:')

/**
 * Positions after these postings, oldest first. Cost follows the moving average, rounded down on each partial sale, so that
 * the last sale takes all that is left and the whole profit is exact. What is given away takes its cost along. Each coin is
 * counted by itself: what was bought for one and sold for another is a cost in the one and proceeds in the other.
 */
export function positionsOf(lines: readonly Line[], holder: Holder): Position[] {
  const positions = new Map<string, Position>()
  const at = (asset: string): Position => {
    const found = positions.get(asset) ?? { asset, amount: 0n, money: new Map() }
    positions.set(asset, found)
    return found
  }
  const inCoin = ({ money }: Position, coin: string) => {
    const sums = money.get(coin) ?? { cost: 0n, realised: 0n }
    money.set(coin, sums)
    return sums
  }
  for (const group of byTransaction(lines)) {
    const { paid, proceeds, moved } = sumUp(group, holder)
    for (const { asset, coin, amount } of paid) inCoin(at(asset), coin).cost += amount
    for (const [asset, amount] of moved)
      move(
        at(asset),
        amount,
        proceeds.some((one) => one.asset === asset),
      )
    for (const { asset, coin, amount } of proceeds) inCoin(at(asset), coin).realised += amount
  }
  return [...positions.values()]
}

function move(position: Position, amount: bigint, isSale: boolean): void {
  const held = position.amount
  position.amount += amount
  if (amount >= 0n || held <= 0n) return
  for (const sums of position.money.values()) {
    const gone = (sums.cost * -amount) / held
    sums.cost -= gone
    if (isSale) sums.realised -= gone
  }
}

type Payment = { asset: string; coin: string; amount: bigint }
type Sums = { paid: Payment[]; proceeds: Payment[]; moved: Map<string, bigint> }

function addMoney(sums: Sums, { kind, part }: { kind: string; part: string }, payment: Payment): void {
  if (part === 'price') sums.paid.push({ ...payment, amount: -payment.amount })
  if (part === 'proceeds' && trades.has(kind)) sums.proceeds.push(payment)
}

/** Money and quantities of one transaction by what they were for. */
function sumUp(lines: readonly Line[], { wallets, coins }: Holder): Sums {
  const sums: Sums = { paid: [], proceeds: [], moved: new Map() }
  for (const { kind, subject, entries } of lines)
    for (const { asset, amount, part, holder } of entries) {
      if (holder === null || !wallets.has(holder)) continue
      if (isHeld(asset)) sums.moved.set(asset, (sums.moved.get(asset) ?? 0n) + amount)
      else if (coins.has(asset) && subject !== null) addMoney(sums, { kind, part }, { asset: subject, coin: asset, amount })
    }
  return sums
}

function byTransaction(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last?.[0]?.txHash === line.txHash) last.push(line)
    else groups.push([line])
  }
  return groups
}
