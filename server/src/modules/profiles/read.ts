import type { MeView, Person, PersonCard, ProfileView, Suggestion } from '@corefans/shared/contracts/profiles.ts'
import type { Page } from '@corefans/shared/values/page.ts'
import { me, type Read } from '../../kernel/ctx.ts'
import { column, cursorBy, pageOf, placeOf } from '../../kernel/cursor.ts'
import { http } from '../../kernel/problems.ts'
import { accountFacts } from '../accounts/index.ts'
import { notBlocking, shunnedBy } from '../safety/index.ts'
import { presentCard, presentPerson, presentProfile } from './present.ts'
import { problem } from './problems.ts'
import { whySuggested } from './rules.ts'
import {
  type CardRow,
  fansOf,
  findHiders,
  findIdsByHandle,
  findPeople,
  findProfile,
  findProfileById,
  followingOf,
  followPairs,
  searchPeople,
  suggestions,
} from './store/profiles.ts'

type ListInput = { limit: number; cursor?: string | undefined }

/** The profile with this handle as its viewer sees it. */
export async function readProfile(read: Read, { handle }: { handle: string }): Promise<ProfileView & { hidesHoldings: boolean }> {
  const row = await findProfile(read, handle)
  if (!row) throw problem.unknown()
  const [, { blocked, muted }] = await Promise.all([mustNotBlock(read, row.id), shunnedBy(read, read.actor, [row.id])])
  const shows = { shuns: { blocks: blocked.has(row.id), mutes: muted.has(row.id) }, viewer: read.actor }
  return { ...presentProfile(row, shows), hidesHoldings: row.hidesHoldings }
}

/** To whom they have blocked, people are not there. */
export async function mustNotBlock(read: Read, account: string): Promise<void> {
  if (!(await notBlocking(read, [account])).has(account)) throw problem.unknown()
}

export async function readMe(read: Read): Promise<MeView> {
  const [row, facts] = await Promise.all([findProfileById(read, me(read)), accountFacts(read, me(read))])
  if (!row || !facts) throw http['sign-in-required']()
  return { ...presentPerson(row), ...facts, hidesHoldings: row.hidesHoldings, hidesPresence: row.hidesPresence }
}

export async function handleOf(read: Read, account: string): Promise<string> {
  const [row] = await findPeople(read, [account])
  if (!row) throw problem.unknown()
  return row.handle
}

/** Names and faces, by account. */
export const peopleOf = async (read: Pick<Read, 'sql'>, ids: readonly string[]): Promise<Map<string, Person>> =>
  ids.length === 0 ? new Map() : new Map((await findPeople(read, [...new Set(ids)])).map((row) => [row.id, presentPerson(row)]))

export type Named = { id: string; handle: string; hidesPresence: boolean }
/** Accounts by the handles asked for, which they have or had until lately; unknown ones are absent. */
export const accountsByHandle = async (read: Read, handles: readonly string[]): Promise<Map<string, Named>> =>
  new Map((await findIdsByHandle(read, handles)).map((row) => [row.asked, row]))

/** The account with this handle, or profiles/unknown; unknown too where it has blocked the actor. */
export async function accountNamed(read: Read, handle: string): Promise<Named> {
  const named = (await accountsByHandle(read, [handle])).get(handle)
  if (!named) throw problem.unknown()
  await mustNotBlock(read, named.id)
  return named
}

/** The same whoever has blocked whom: for what one decides about others. */
export async function anyAccountNamed(read: Read, handle: string): Promise<string> {
  const named = (await accountsByHandle(read, [handle])).get(handle)
  if (!named) throw problem.unknown()
  return named.id
}

/** The rows of those who have not blocked the actor. */
async function shownTo<Row extends { id: string }>(read: Read, rows: readonly Row[]): Promise<Row[]> {
  const here = await notBlocking(
    read,
    rows.map(({ id }) => id),
  )
  return rows.filter(({ id }) => here.has(id))
}

/** Which of these accounts hide what they hold. */
export const hidersAmong = async (read: Read, ids: readonly string[]): Promise<Set<string>> =>
  new Set(ids.length === 0 ? [] : (await findHiders(read, ids)).map(({ id }) => id))

/** Which of these viewers follow which of these accounts, as `viewer owner` keys. */
export const followsAmong = async (read: Read, viewers: readonly string[], owners: readonly string[]): Promise<Set<string>> =>
  new Set((await followPairs(read, viewers, owners)).map((row) => `${row.follower} ${row.followee}`))

const byFans = cursorBy({ fans: column.int, id: column.uuid })

export async function listPeople(read: Read, input: ListInput & { q?: string | undefined; only: string }): Promise<Page<PersonCard>> {
  const place = byFans.read(input.cursor)
  const q = (input.q ?? '')
    .toLowerCase()
    .replace(/^@/, '')
    .replace(/[\\%_]/g, '\\$&')
  const rows = await searchPeople(read, { q, only: input.only, place, limit: input.limit })
  const page = byFans.cut(rows, input.limit, ({ fans, id }) => ({ fans, id }))
  return { items: (await shownTo(read, page.rows)).map(presentCard), nextCursor: page.nextCursor }
}

const listOf =
  (rowsOf: (read: Read, id: string, place: ReturnType<typeof placeOf>, limit: number) => Promise<CardRow[]>) =>
  async (read: Read, input: ListInput & { handle: string }): Promise<Page<PersonCard>> => {
    const { id } = await accountNamed(read, input.handle)
    const rows = await rowsOf(read, id, placeOf(input.cursor), input.limit)
    const { items, nextCursor } = pageOf(rows, input.limit, rows)
    return { items: (await shownTo(read, items)).map(presentCard), nextCursor }
  }
export const listFans = listOf(fansOf)
export const listFollowing = listOf(followingOf)

export async function suggestPeople(read: Read, { limit }: { limit: number }): Promise<{ items: Suggestion[]; nextCursor: null }> {
  const rows = await shownTo(read, await suggestions(read, limit))
  return { items: rows.map((row) => ({ ...presentCard(row), why: whySuggested(row) })), nextCursor: null }
}
