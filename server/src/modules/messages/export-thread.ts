import type { ExportedLine } from '@corefans/shared/contracts/messages.ts'
import type { Read } from '../../kernel/ctx.ts'
import { column, cursorBy } from '../../kernel/cursor.ts'
import type { Host } from '../../kernel/host.ts'
import { mediaOf } from '../media/index.ts'
import { lineOf, signingKey } from './provenance.ts'
import { mustBeMember } from './read.ts'
import { linesAfter } from './store/messages.ts'
import type { MessageRow } from './types.ts'

const exported = 500
const bySeq = cursorBy({ seq: column.bigint })

export const publicKey = async (read: Read, on: Pick<Host, 'db'>) => ({
  algorithm: 'Ed25519' as const,
  publicKey: (await signingKey(read, on)).publicKey.toString('base64url'),
})

/** Lines with all that their signatures are over. What was deleted keeps its label and loses its words. */
export const exportThread =
  (on: Pick<Host, 'db'>) =>
  async (read: Read, { threadId, cursor }: { threadId: string; cursor?: string | undefined }) => {
    const place = bySeq.read(cursor)
    await mustBeMember(read, threadId)
    const rows = await linesAfter(read, threadId, place?.seq ?? '0', exported)
    const cut = bySeq.cut(rows, exported, ({ seq }) => ({ seq }))
    const media = await mediaOf(
      read,
      cut.rows.filter((row) => row.media > 0 && !row.deletedAt).map(({ id }) => id),
    )
    const idsOf = ({ id }: MessageRow) => (media.get(id) ?? []).map((one) => one.id)
    return { key: await publicKey(read, on), items: cut.rows.map((row) => present(row, idsOf(row))), nextCursor: cut.nextCursor }
  }

function present(row: MessageRow, media: string[]): ExportedLine {
  const { by, ...line } = lineOf(row, media)
  const isDeleted = row.deletedAt !== null
  return {
    ...line,
    by: { kind: by.kind, ...(row.byRole ? { role: row.byRole } : {}), signature: row.signature.toString('base64url') },
    text: isDeleted ? '' : row.text,
    media,
    deleted: isDeleted,
  }
}
