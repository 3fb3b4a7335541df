/** What a person holds and what it cost, from the ledger alone. Pure: postings in, positions out. */

/** A posting, as far as a portfolio needs it; `holder` is the wallet behind an account. */
export type Line = {
  kind: string
  subject: string | null
  txHash: string
  entries: readonly { asset: string; amount: bigint; part: string; holder: string | null }[]
}

/** `costWei` is what the amount still held was bought for; `realisedWei` proceeds less cost of what was sold. */
export type Position = { asset: string; amount: bigint; costWei: bigint; realisedWei: bigint }

const native = 'native'
const trades = new Set(['resale', 'token-sell'])
const isHeld = (asset: string): boolean => asset.includes('/') || asset.startsWith('token:')

/**
 * Positions after these postings, oldest first. Cost follows the moving average, rounded down on each partial sale, so that
 * the last sale takes all that is left and the whole profit is exact. What is given away takes its cost along.
 */
export function positionsOf(lines: readonly Line[], wallets: ReadonlySet<string>): Position[] {
  const positions = new Map<string, Position>()
  const at = (asset: string): Position => {
    const found = positions.get(asset) ?? { asset, amount: 0n, costWei: 0n, realisedWei: 0n }
    positions.set(asset, found)
    return found
  }
  for (const group of byTransaction(lines)) {
    const { paid, proceeds, moved } = sumUp(group, wallets)
    for (const [asset, wei] of paid) at(asset).costWei += wei
    for (const [asset, amount] of moved) move(at(asset), amount, proceeds.has(asset))
    for (const [asset, wei] of proceeds) at(asset).realisedWei += wei
  }
  return [...positions.values()]
}

function move(position: Position, amount: bigint, isSale: boolean): void {
  const held = position.amount
  position.amount += amount
  if (amount >= 0n || held <= 0n) return
  const gone = (position.costWei * -amount) / held
  position.costWei -= gone
  if (isSale) position.realisedWei -= gone
}

type Sums = { paid: Map<string, bigint>; proceeds: Map<string, bigint>; moved: Map<string, bigint> }

/** Money and quantities of one transaction by what they were for. */
function sumUp(lines: readonly Line[], wallets: ReadonlySet<string>): Sums {
  const sums: Sums = { paid: new Map(), proceeds: new Map(), moved: new Map() }
  const add = (to: Map<string, bigint>, key: string, amount: bigint) => void to.set(key, (to.get(key) ?? 0n) + amount)
  const addMoney = (subject: string, { part, amount, isTrade }: { part: string; amount: bigint; isTrade: boolean }) => {
    if (part === 'price') add(sums.paid, subject, -amount)
    if (part === 'proceeds' && isTrade) add(sums.proceeds, subject, amount)
  }
  for (const line of lines)
    for (const { asset, amount, part, holder } of line.entries) {
      if (holder === null || !wallets.has(holder)) continue
      if (isHeld(asset)) add(sums.moved, asset, amount)
      else if (asset === native && line.subject !== null) addMoney(line.subject, { part, amount, isTrade: trades.has(line.kind) })
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
