import type { Api } from '@corefans/shared/api.ts'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { read, readPages } from '../../lib/query.ts'

export type ThreadPage = Api['GET /api/messages/threads']['output']
export type Thread = ThreadPage['items'][number]
export type LinePage = Api['GET /api/messages/threads/:threadId/messages']['output']
export type Line = LinePage['items'][number]
export type Folder = 'inbox' | 'requests'

export const threadPages = (folder: Folder) => readPages('GET /api/messages/threads', { folder })
export const threadQuery = (threadId: string) => read('GET /api/messages/threads/:threadId', { threadId })
export const linePages = (threadId: string) => readPages('GET /api/messages/threads/:threadId/messages', { threadId, limit: 30 })

export type Lines = InfiniteData<LinePage>
/** All lines that are here, oldest first, each once. */
export const linesOf = (data: Lines | undefined): Line[] =>
  [...new Map((data?.pages ?? []).flatMap(({ items }) => items).map((line) => [line.id, line])).values()].sort((a, b) => a.seq - b.seq)

/** Puts lines where they belong; what is known already is replaced by the newer word. */
export function putLines(queries: QueryClient, threadId: string, lines: readonly Line[]): void {
  queries.setQueryData<InfiniteData<LinePage, string | null>>(linePages(threadId).queryKey, (data) => {
    const [first, ...older] = data?.pages ?? []
    if (!data || !first) return data
    const fresh = new Map(lines.map((line) => [line.id, line]))
    const items = (page: LinePage): Line[] =>
      page.items.map((line) => {
        const newer = fresh.get(line.id) ?? line
        fresh.delete(line.id)
        return newer
      })
    const pages = [first, ...older].map((page) => ({ ...page, items: items(page) }))
    const added = [...fresh.values()].sort((a, b) => b.seq - a.seq)
    return { ...data, pages: pages.map((page, i) => (i === 0 ? { ...page, items: [...added, ...page.items] } : page)) }
  })
}

const underWay = new Map<string, Promise<void>>()
/** Brings what was written after the newest line that is here; asked by several at once, it is asked once more and not many times. */
export function catchUp(queries: QueryClient, threadId: string): Promise<void> {
  const again = (underWay.get(threadId) ?? Promise.resolve()).then(() => bring(queries, threadId))
  underWay.set(threadId, again)
  void again.finally(() => underWay.get(threadId) === again && underWay.delete(threadId))
  return again
}

async function bring(queries: QueryClient, threadId: string): Promise<void> {
  const { queryKey } = linePages(threadId)
  const data = queries.getQueryData<InfiniteData<LinePage, string | null>>(queryKey)
  if (!data || queries.isFetching({ queryKey }) > 0) return queries.invalidateQueries({ queryKey })
  try {
    const after = linesOf(data).at(-1)?.seq ?? 0
    const { items, nextCursor } = await api('GET /api/messages/threads/:threadId/messages', { threadId, after, limit: 50 })
    if (nextCursor !== null) return queries.invalidateQueries({ queryKey })
    putLines(queries, threadId, items)
  } catch {
    // The page says itself that it is offline; with the connection everything is asked for anew.
  }
}
