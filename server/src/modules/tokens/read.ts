import type { CandleView, HolderView, TokenView, TradeView } from '@corefans/shared/contracts/tokens.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import type { Read } from '../../kernel/ctx.ts'
import { column, cursorBy } from '../../kernel/cursor.ts'
import { accountsOfWallets, walletsOf } from '../accounts/index.ts'
import { accountNamed, hidersAmong, peopleOf } from '../profiles/index.ts'
import { presentCandle, presentHolder, presentLive, presentPromised, presentTrade } from './present.ts'
import { readLaunch } from './read-launches.ts'
import { balanceOf, candlesBefore, firstTokenOf, holdersAfter, tradesBefore } from './store/read.ts'
import { standingTerms } from './store/terms.ts'

const byAmount = cursorBy({ amount: column.uint256, holder: column.address })
const byBlock = cursorBy({ block: column.bigint, logIndex: column.int })
type Listing = { handle: string; limit: number; cursor?: string | undefined }

const addressesOf = async (read: Read, account: string): Promise<string[]> =>
  ((await walletsOf(read, [account])).get(account) ?? []).map(({ address }) => address)

async function ownerNamed(read: Read, handle: string) {
  const { id } = await accountNamed(read, handle)
  const wallets = await addressesOf(read, id)
  return { id, wallets, row: await firstTokenOf(read, wallets) }
}

/** A person's token as its viewer sees it: on the chain, promised, or none. */
export async function readToken(read: Read, { handle }: { handle: string }): Promise<TokenView> {
  const { id, wallets, row } = await ownerNamed(read, handle)
  const creator = (await peopleOf(read, [id])).get(id)
  if (!creator) throw new Error(`account ${id} has no profile`)
  const owner = { creator, isOwner: read.actor === id, launch: await readLaunch(read, wallets) }
  const { tokenFactory } = read.chain.contracts
  if (!row) {
    // A launch ends what was signed before it; the block that says so may not have come yet.
    const promised = owner.launch?.state === 'open' ? null : await standingTerms(read, id, wallets)
    // A purchase needs an account here, so a visitor has no use for a signature.
    return presentPromised(owner, promised, {
      wallet: promised?.wallet ?? wallets[0] ?? null,
      tokenFactory,
      mayUseTerms: read.actor !== null,
    })
  }
  const [trades, balance] = await Promise.all([
    tradesBefore(read, { token: row.address, limit: 30 }, null),
    read.actor ? balanceOf(read, row.address, await addressesOf(read, read.actor)) : '0',
  ])
  return presentLive(owner, row, { balance, sparkline: trades.map(({ priceWei }) => priceWei).reverse() })
}

/** Who holds it, largest first. Whoever hides holdings is an address here. */
export async function listHolders(read: Read, { handle, limit, cursor }: Listing): Promise<Page<HolderView>> {
  const after = byAmount.read(cursor)
  const { row: token } = await ownerNamed(read, handle)
  if (!token) return { items: [], nextCursor: null }
  const found = await holdersAfter(read, { token: token.address, limit: limit + 1 }, after)
  const { rows, nextCursor } = byAmount.cut(found, limit, ({ amount, holder }) => ({ amount, holder }))
  const people = await shownPeople(
    read,
    rows.map(({ holder }) => holder),
  )
  return { items: rows.map((row) => presentHolder(row, token, people.get(row.holder) ?? null)), nextCursor }
}

export async function listTrades(read: Read, { handle, limit, cursor }: Listing): Promise<Page<TradeView>> {
  const before = byBlock.read(cursor)
  const { row: token } = await ownerNamed(read, handle)
  if (!token) return { items: [], nextCursor: null }
  const found = await tradesBefore(read, { token: token.address, limit: limit + 1 }, before)
  const { rows, nextCursor } = byBlock.cut(found, limit, ({ block, logIndex }) => ({ block, logIndex }))
  const people = await shownPeople(
    read,
    rows.map(({ trader }) => trader),
  )
  return { items: rows.map((row) => presentTrade(row, read.chain, people.get(row.trader) ?? null)), nextCursor }
}

type CandlesAsked = { handle: string; span: '1m' | '1h' | '1d'; limit: number; before?: string | undefined }

export async function listCandles(
  read: Read,
  { handle, span, limit, before = undefined }: CandlesAsked,
): Promise<{ items: CandleView[]; nextBefore: string | null }> {
  const { row: token } = await ownerNamed(read, handle)
  if (!token) return { items: [], nextBefore: null }
  const asked = { token: token.address, span, before: before ?? null, limit: limit + 1 }
  const rows = await candlesBefore(read, asked)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(presentCandle).reverse(), nextBefore: rows.length > limit && last ? last.at.toISOString() : null }
}

/** Names and faces of wallets' owners, without those who hide what they hold from others. */
async function shownPeople(read: Read, wallets: readonly string[]) {
  const accounts = await accountsOfWallets(read, [...new Set(wallets)])
  const ids = [...new Set(accounts.values())]
  const [people, hiders] = await Promise.all([peopleOf(read, ids), hidersAmong(read, ids)])
  return new Map(
    [...accounts].flatMap(([wallet, id]) => {
      const person = people.get(id)
      return person && (id === read.actor || !hiders.has(id)) ? [[wallet, person] as const] : []
    }),
  )
}
