import type { Api } from '@corefans/shared/api.ts'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { toast } from '../../ui/toast.ts'

type Exported = Api['GET /api/messages/threads/:threadId/export']['output']

/** Saves every line with its label and signature, and the key to verify them with, as one file. */
export async function exportLines(threadId: string): Promise<void> {
  try {
    const lines: Exported['items'] = []
    let page = await pageOf(threadId, null)
    lines.push(...page.items)
    while (page.nextCursor) {
      page = await pageOf(threadId, page.nextCursor)
      lines.push(...page.items)
    }
    save(`messages-${threadId}.json`, JSON.stringify({ key: page.key, lines }, null, 2))
  } catch (error) {
    toast(sentenceOf(error))
  }
}

const pageOf = (threadId: string, cursor: string | null): Promise<Exported> =>
  api('GET /api/messages/threads/:threadId/export', { threadId, ...(cursor ? { cursor } : {}) })

function save(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
