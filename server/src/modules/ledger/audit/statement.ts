import type { Read } from '../../../kernel/ctx.ts'
import type { Entry } from '../rules/types.ts'
import { bookedOn, tipOf } from './booked-store.ts'
import { type Difference, differencesOf } from './differences.ts'
import { type ReplayedChain, replay } from './replay.ts'

/** What one person's month came to, from the chain and from the book; `rows` names every posting that differs. */
export type StatementAudit = {
  block: string
  postings: number
  rows: Difference[]
  totals: { asset: string; chain: string; book: string }[]
}

type Options = { chainId: number; chain: ReplayedChain; holders: readonly string[]; from: Date; to: Date }

/** Recomputes a stretch of time for some wallets from the chain and compares it with the book, posting by posting and in sum. */
export async function auditStatement(read: Pick<Read, 'sql'>, options: Options): Promise<StatementAudit> {
  const { chainId, chain, holders, from, to } = options
  const block = await tipOf(read, chainId)
  const expected = (await replay(chain, block, () => {})).postings.filter(
    (posting) => within(Number(posting.block.timestampS) * 1_000, from, to) && posting.entries.some((entry) => isOf(entry, holders)),
  )
  const booked = (await bookedOn(read, chainId)).filter(
    (posting) => within(posting.at.getTime(), from, to) && posting.entries.some((entry) => isOf(entry, holders)),
  )
  return {
    block: block.toString(),
    postings: booked.length,
    rows: differencesOf(expected, booked),
    totals: compare(expected, booked, holders),
  }
}

const within = (atMs: number, from: Date, to: Date): boolean => atMs >= from.getTime() && atMs < to.getTime()

/** Whether an entry stands in the account of one of these wallets, or says what is owed to it. */
const isOf = ({ account }: Entry, holders: readonly string[]): boolean =>
  !account.startsWith('platform:') && holders.includes(account.split(':').at(-1) ?? '')

type WithEntries = { entries: Entry[] }

function compare(expected: readonly WithEntries[], booked: readonly WithEntries[], holders: readonly string[]) {
  const [chain, book] = [sumsOf(expected, holders), sumsOf(booked, holders)]
  return [...new Set([...chain.keys(), ...book.keys()])].map((asset) => ({
    asset,
    chain: (chain.get(asset) ?? 0n).toString(),
    book: (book.get(asset) ?? 0n).toString(),
  }))
}

function sumsOf(postings: readonly WithEntries[], holders: readonly string[]): Map<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const { entries } of postings)
    for (const entry of entries) if (isOf(entry, holders)) sums.set(entry.asset, (sums.get(entry.asset) ?? 0n) + entry.amount)
  return sums
}
