import type { LaunchView } from '@corefans/shared/contracts/tokens.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import { me, type Read } from '../../kernel/ctx.ts'
import { column, cursorBy } from '../../kernel/cursor.ts'
import { accountsOfWallets, walletsOf } from '../accounts/index.ts'
import { accountNamed, peopleOf } from '../profiles/index.ts'
import { presentLaunch } from './present-launch.ts'
import { depositsOf, type LaunchRow, launchesBefore, launchesHolding, launchShown } from './store/launches.ts'

const addressesOf = async (read: Read, account: string): Promise<string[]> =>
  ((await walletsOf(read, [account])).get(account) ?? []).map(({ address }) => address)

/** The fair launch that matters of a creator with these wallets, or null. */
export async function readLaunch(read: Read, wallets: readonly string[]): Promise<LaunchView | null> {
  const row = await launchShown(read, wallets)
  return row && ((await present(read, [row]))[0] ?? null)
}

const byNumber = cursorBy({ id: column.bigint })
type Listing = { handle: string; limit: number; cursor?: string | undefined }

/** Every fair launch a person ever opened, newest first, with what the viewer has in each. */
export async function listLaunches(read: Read, { handle, limit, cursor }: Listing): Promise<Page<LaunchView>> {
  const before = byNumber.read(cursor)?.id ?? null
  const { id } = await accountNamed(read, handle)
  const page = { limit: limit + 1, before }
  const found = await launchesBefore(read, await addressesOf(read, id), page)
  const { rows, nextCursor } = byNumber.cut(found, limit, ({ id }) => ({ id }))
  return { items: await present(read, rows), nextCursor }
}

/** Launches that hold something of the actor's, with whose they are. */
export async function listMyLaunches(read: Read, { limit, cursor }: Omit<Listing, 'handle'>) {
  const before = byNumber.read(cursor)?.id ?? null
  const page = { limit: limit + 1, before }
  const found = await launchesHolding(read, await addressesOf(read, me(read)), page)
  const { rows, nextCursor } = byNumber.cut(found, limit, ({ id }) => ({ id }))
  const accounts = await accountsOfWallets(read, [...new Set(rows.map(({ creatorWallet }) => creatorWallet))])
  const people = await peopleOf(read, [...new Set(accounts.values())])
  const launches = await present(read, rows)
  const items = launches.map((launch, index) => ({
    creator: people.get(accounts.get(rows[index]?.creatorWallet ?? '') ?? '') ?? null,
    launch,
  }))
  return { items, nextCursor }
}

async function present(read: Read, rows: readonly LaunchRow[]): Promise<LaunchView[]> {
  const { tokenFactory } = read.chain.contracts
  if (!tokenFactory) return []
  const mine = read.actor ? await addressesOf(read, read.actor) : []
  const ids = rows.map((row) => row.id)
  const deposits = mine.length === 0 || ids.length === 0 ? [] : await depositsOf(read, ids, mine)
  return rows.map((row) => presentLaunch(row, tokenFactory, deposits))
}
