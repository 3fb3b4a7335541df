import type { PositionView } from '@corefans/shared/contracts/portfolio.ts'
import { creatorsOf } from '../../kernel/chain-inbox.ts'
import type { Read } from '../../kernel/ctx.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { accountsOfWallets } from '../accounts/index.ts'
import { ledgerOf } from '../ledger/index.ts'
import { peopleOf } from '../profiles/index.ts'
import { appraise } from './appraise.ts'
import { type Position, positionsOf } from './rules.ts'
import { myWallets } from './statement.ts'

type Chain = Pick<ChainPort, 'id' | 'head'>

/** Everything the actor's wallets hold or ever traded, valued now. */
export const readPortfolio = (chain: Chain) => async (read: Read) => {
  const wallets = await myWallets(read)
  const lines = await ledgerOf(read, { chainId: chain.id, holders: wallets, oldestFirst: true })
  const standing = lines.filter(({ reversed }) => !reversed)
  const positions = positionsOf(standing, new Set(wallets)).filter(({ amount, realisedWei }) => amount !== 0n || realisedWei !== 0n)
  const values = await appraise(
    read,
    chain.id,
    positions.filter(({ amount }) => amount > 0n),
  )
  const items = await present(read, chain, { positions, values })
  return {
    wallets,
    items,
    nextCursor: null,
    block: chain.head(),
    totals: {
      costWei: total(positions.map(({ costWei }) => costWei)),
      realisedWei: total(positions.map(({ realisedWei }) => realisedWei)),
      valueWei: total([...values.values()]),
    },
  }
}

const total = (amounts: readonly bigint[]): string => amounts.reduce((sum, amount) => sum + amount, 0n).toString()

type Valued = { positions: readonly Position[]; values: ReadonlyMap<string, bigint> }

async function present(read: Read, chain: Chain, { positions, values }: Valued): Promise<PositionView[]> {
  const creators = await creatorsOf(
    read,
    chain.id,
    positions.map(({ asset }) => contractOf(asset)),
  )
  const accounts = await accountsOfWallets(read, [...new Set(creators.values())])
  const people = await peopleOf(read, [...new Set(accounts.values())])
  return positions.map(({ asset, amount, costWei, realisedWei }) => {
    const value = amount === 0n ? 0n : values.get(asset)
    return {
      asset,
      kind: asset.startsWith('token:') ? ('token' as const) : ('pass' as const),
      contract: contractOf(asset),
      tokenId: asset.split('/')[1] ?? null,
      creator: people.get(accounts.get(creators.get(contractOf(asset)) ?? '') ?? '') ?? null,
      amount: amount.toString(),
      costWei: costWei.toString(),
      realisedWei: realisedWei.toString(),
      valueWei: value?.toString() ?? null,
      unrealisedWei: value === undefined ? null : (value - costWei).toString(),
    }
  })
}

const contractOf = (asset: string): string => asset.replace('token:', '').split('/')[0] as string
