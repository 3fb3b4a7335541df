import type { Read } from '../../kernel/ctx.ts'
import { pairKey } from '../../kernel/dataloader.ts'
import { activePasses } from '../passes/index.ts'
import { followsAmong } from '../profiles/index.ts'
import { blockedPairs } from '../safety/index.ts'
import { type Between, openSettings } from './rules.ts'
import { findSettings } from './store/settings.ts'

export type Pair = { writer: string; reader: string; hasAnswered: boolean }

/** What stands between writers and readers, in the order of the pairs; asked for many at once. */
export async function betweenAll(read: Read, pairs: readonly Pair[]): Promise<Between[]> {
  const [writers, readers] = [[...new Set(pairs.map(({ writer }) => writer))], [...new Set(pairs.map(({ reader }) => reader))]]
  const strangers = pairs.filter(({ hasAnswered }) => !hasAnswered)
  const [blocked, settings, follows, passes] = await Promise.all([
    blockedPairs(
      read,
      pairs.flatMap(({ writer, reader }) => [
        { by: reader, whom: writer },
        { by: writer, whom: reader },
      ]),
    ),
    findSettings(read, readers),
    strangers.length > 0 ? followsAmong(read, readers, writers) : new Set<string>(),
    strangers.length > 0 ? activePasses(read, writers, readers) : new Map<string, Set<number>>(),
  ])
  const said = new Map(settings.map((row) => [row.accountId, row]))
  return pairs.map(({ writer, reader, hasAnswered }) => ({
    isBlocked: blocked.has(pairKey(reader, writer)) || blocked.has(pairKey(writer, reader)),
    hasAnswered,
    isKnown: follows.has(`${reader} ${writer}`) || passes.has(`${writer} ${reader}`),
    whoMayWrite: (said.get(reader) ?? openSettings).whoMayWrite,
  }))
}
