import type { ThreadRule } from '@corefans/shared/contracts/comments.ts'
import type { Read } from '../../kernel/ctx.ts'
import { activePasses } from '../passes/index.ts'
import { payersAmong } from '../payments/index.ts'
import { followsAmong } from '../profiles/index.ts'
import { openThread, type Thread, type Writer } from './rules.ts'
import { findThreads } from './store/threads.ts'

/** What the owners of subjects said of their threads, by subject. */
export async function threadsOf(read: Read, subjectIds: readonly string[]): Promise<(subjectId: string) => Thread> {
  const known = new Map((await findThreads(read, [...new Set(subjectIds)])).map((thread) => [thread.subjectId, thread]))
  return (subjectId) => known.get(subjectId) ?? openThread
}

export type Asking = { account: string; ownerId: string; rule: ThreadRule }

/** What people are to owners, as far as the rules ask; in the order of the questions. */
export async function writersOf(read: Read, asked: readonly Asking[]): Promise<Writer[]> {
  const [follows, passes, payers] = await Promise.all([
    among(asked, 'followers', (accounts, owners) => followsAmong(read, accounts, owners)),
    among(asked, 'holders', async (accounts, owners) => new Set((await activePasses(read, accounts, owners)).keys())),
    among(asked, 'tippers', (accounts, owners) => tippersAmong(read, accounts, owners)),
  ])
  const meeting: Record<ThreadRule, ReadonlySet<string> | null> = { everyone: null, followers: follows, holders: passes, tippers: payers }
  return asked.map(({ account, ownerId, rule }) => ({
    isOwner: account === ownerId,
    meetsRule: meeting[rule]?.has(`${account} ${ownerId}`) ?? true,
  }))
}

type Pairs = (accounts: readonly string[], owners: readonly string[]) => Promise<ReadonlySet<string>>
/** Asks about those whose thread has this rule: most threads have none. */
async function among(asked: readonly Asking[], rule: ThreadRule, ask: Pairs): Promise<ReadonlySet<string>> {
  const those = asked.filter((one) => one.rule === rule && one.account !== one.ownerId)
  if (those.length === 0) return new Set()
  return ask([...new Set(those.map(({ account }) => account))], [...new Set(those.map(({ ownerId }) => ownerId))])
}

async function tippersAmong(read: Read, accounts: readonly string[], owners: readonly string[]): Promise<Set<string>> {
  const pairs = await Promise.all(
    owners.map(async (owner) => [...(await payersAmong(read, 'tip', owner, accounts))].map((payer) => `${payer} ${owner}`)),
  )
  return new Set(pairs.flat())
}
