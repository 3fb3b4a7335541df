import type { PositionView } from '@corefans/shared/contracts/portfolio.ts'
import { creatorsOf } from '../../kernel/chain-inbox.ts'
import type { Read } from '../../kernel/ctx.ts'
import { assetOf } from '../../kernel/currency.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { accountsOfWallets } from '../accounts/index.ts'
import { ledgerOf } from '../ledger/index.ts'
import { peopleOf } from '../profiles/index.ts'
import { appraise, type Value } from './appraise.ts'
import { type Position, positionsOf } from './rules.ts'
import { myWallets } from './statement.ts'
import { type Coins, sumsOf, totalsOf } from './sums.ts'

type Chain = Pick<ChainPort, 'id' | 'head' | 'contracts'>

const coinsOf = (chain: Chain): Coins =>
  (['core', 'usd'] as const).flatMap((currency) => {
    const coin = assetOf(chain, currency)
    return coin === null ? [] : [[currency, coin] as const]
  })

/** Everything the actor's wallets hold or ever traded, valued now. */
export const readPortfolio = async (read: Read) => {
  const wallets = await myWallets(read)
  const lines = await ledgerOf(read, { holders: wallets, oldestFirst: true })
  const standing = lines.filter(({ reversed }) => !reversed)
  const coins = coinsOf(read.chain)
  const holder = { wallets: new Set(wallets), coins: new Set(coins.map(([, coin]) => coin)) }
  const positions = positionsOf(standing, holder).filter(isToldOf)
  const held = positions.filter(({ amount }) => amount > 0n)
  const values = await appraise(read, { wallets, positions: held })
  const items = await present(read, { positions, values, coins })
  return { wallets, items, nextCursor: null, block: read.chain.head(), totals: totalsOf(items.map(({ money }) => money)) }
}

/** What is held, and what brought a profit or a loss. */
const isToldOf = ({ amount, money }: Position): boolean => amount !== 0n || [...money.values()].some(({ realised }) => realised !== 0n)

type Valued = { positions: readonly Position[]; values: ReadonlyMap<string, Value>; coins: Coins }

async function present(read: Read, { positions, values, coins }: Valued): Promise<PositionView[]> {
  const creators = await creatorsOf(
    read,
    positions.map(({ asset }) => contractOf(asset)),
  )
  const accounts = await accountsOfWallets(read, [...new Set(creators.values())])
  const people = await peopleOf(read, [...new Set(accounts.values())])
  return positions.map((position) => {
    const { asset, amount } = position
    const value = values.get(asset)
    return {
      asset,
      kind: asset.startsWith('token:') ? ('token' as const) : ('pass' as const),
      contract: contractOf(asset),
      tokenId: asset.split('/')[1] ?? null,
      creator: people.get(accounts.get(creators.get(contractOf(asset)) ?? '') ?? '') ?? null,
      amount: amount.toString(),
      money: sumsOf(position, value, coins),
      valuedBy: value?.by ?? null,
    }
  })
}

const contractOf = (asset: string): string => asset.replace('token:', '').split('/')[0] as string
