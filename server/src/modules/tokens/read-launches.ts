import type { LaunchView } from '@corefans/shared/contracts/tokens.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import type { Read } from '../../kernel/ctx.ts'
import type { ChainPort } from '../../kernel/ports/chain.ts'
import { walletsOf } from '../accounts/index.ts'
import { accountNamed } from '../profiles/index.ts'
import { cursorOf, cut, placeOf } from './place.ts'
import { presentLaunch } from './present-launch.ts'
import { depositsOf, type LaunchRow, launchesBefore, launchShown } from './store/launches.ts'

type Chain = Pick<ChainPort, 'id' | 'contracts'>

const addressesOf = async (read: Read, account: string): Promise<string[]> =>
  ((await walletsOf(read, [account])).get(account) ?? []).map(({ address }) => address)

/** The fair launch that matters of a creator with these wallets, or null. */
export async function readLaunch(read: Read, chain: Chain, wallets: readonly string[]): Promise<LaunchView | null> {
  const row = await launchShown(read, chain.id, wallets)
  return row && ((await present(read, chain, [row]))[0] ?? null)
}

type Listing = { handle: string; limit: number; cursor?: string | undefined }

/** Every fair launch a person ever opened, newest first, with what the viewer has in each. */
export async function listLaunches(read: Read, chain: Chain, { handle, limit, cursor }: Listing): Promise<Page<LaunchView>> {
  const place = placeOf(cursor, 'number')
  const { id } = await accountNamed(read, handle)
  const page = { limit: limit + 1, before: place?.[0] ?? null }
  const found = await launchesBefore(read, chain.id, await addressesOf(read, id), page)
  const { rows, nextCursor } = cut(found, limit, (last) => cursorOf(last.id, 0))
  return { items: await present(read, chain, rows), nextCursor }
}

async function present(read: Read, { id, contracts }: Chain, rows: readonly LaunchRow[]): Promise<LaunchView[]> {
  const { tokenFactory } = contracts
  if (!tokenFactory) return []
  const mine = read.actor ? await addressesOf(read, read.actor) : []
  const ids = rows.map((row) => row.id)
  const deposits = mine.length === 0 || ids.length === 0 ? [] : await depositsOf(read, id, ids, mine)
  return rows.map((row) => presentLaunch(row, tokenFactory, deposits))
}
