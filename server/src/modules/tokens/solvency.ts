import { balancesAt } from '@corefans/chain/actions/balances-at.ts'
import type { ReadingClient } from '@corefans/chain/clients.ts'
import { saleOf } from '@corefans/chain/curve.ts'
import type { SolvencyRow } from '@corefans/shared/contracts/tokens.ts'
import { LRUCache } from 'lru-cache'
import type { Read } from '../../kernel/ctx.ts'
import { column, cursorBy } from '../../kernel/cursor.ts'
import { accountsOfWallets } from '../accounts/index.ts'
import { peopleOf } from '../profiles/index.ts'
import { type TokenRow, tokensAfter, totals } from './store/read.ts'

type Hex = `0x${string}`
const byMaking = cursorBy({ block: column.bigint, address: column.address })
type Asked = { limit: number; cursor?: string | undefined }

/**
 * For every token: what its contract holds against what everyone selling now would cost. The first is asked of the chain
 * itself, at the block our books stand at, once a page and block; the second follows from the supply by the curve.
 */
export function solvency(client: ReadingClient) {
  const known = new LRUCache<string, string[]>({ max: 500 })
  const balances = async (addresses: readonly string[], block: number): Promise<string[] | null> => {
    const key = `${block} ${addresses.join()}`
    const found = known.get(key)
    if (found || addresses.length === 0) return found ?? []
    try {
      const fresh = (await balancesAt(client, { addresses: addresses as Hex[], block: BigInt(block) })).map(String)
      known.set(key, fresh)
      return fresh
    } catch {
      // The page says so: a proof that could not be asked for is no proof.
      return null
    }
  }
  return async (read: Read, { limit, cursor }: Asked) => {
    const found = await tokensAfter(read, byMaking.read(cursor) ?? { block: '-1', address: '' }, limit + 1)
    const block = found[0]?.block ?? read.chain.head()
    const { rows, nextCursor } = byMaking.cut(found, limit, ({ createdBlock, address }) => ({ block: createdBlock, address }))
    const held = await balances(
      rows.map(({ address }) => address),
      block,
    )
    const creators = await creatorsOf(read, rows)
    const items = rows.map((row, index) => present(row, creators.get(row.creatorWallet) ?? null, held?.[index] ?? null))
    return { items, nextCursor, block, totals: await totals(read) }
  }
}

type Row = Omit<TokenRow, 'lockedHere' | 'holders'>

function present(row: Row, creator: SolvencyRow['creator'], balanceWei: string | null): SolvencyRow {
  const { address, symbol, supply, reserveWei, owedWei, preset } = row
  const state = {
    supply: BigInt(supply),
    preset,
    protocolBps: BigInt(row.protocolBps),
    creatorBps: BigInt(row.creatorBps),
    launchedAtS: 0n,
    nowS: 0n,
  }
  const everyoneSellsWei = (saleOf(state, state.supply)?.outWei ?? 0n).toString()
  const differenceWei = balanceWei === null ? null : (BigInt(balanceWei) - BigInt(reserveWei) - BigInt(owedWei)).toString()
  return { address, symbol, creator, supply, balanceWei, reserveWei, everyoneSellsWei, owedWei, differenceWei }
}

async function creatorsOf(read: Read, rows: readonly Row[]): Promise<Map<string, NonNullable<SolvencyRow['creator']>>> {
  const accounts = await accountsOfWallets(read, [...new Set(rows.map(({ creatorWallet }) => creatorWallet))])
  const people = await peopleOf(read, [...new Set(accounts.values())])
  return new Map(
    [...accounts].flatMap(([wallet, id]) => {
      const person = people.get(id)
      return person ? [[wallet, person] as const] : []
    }),
  )
}
