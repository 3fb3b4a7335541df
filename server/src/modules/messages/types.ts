import type { MessageSettings, Provenance } from '@corefans/shared/contracts/messages.ts'

export type ThreadRow = { id: string; kind: 'direct' | 'group'; title: string; begunBy: string; lastSeq: number }
export type Folder = 'inbox' | 'requests'
export type MemberRow = {
  threadId: string
  accountId: string
  folder: Folder
  readSeq: number
  unread: number
  hasWritten: boolean
}
export type MessageRow = {
  id: string
  threadId: string
  seq: number
  authorId: string
  text: string
  media: number
  replyTo: string | null
  createdAt: Date
  editedAt: Date | null
  deletedAt: Date | null
  byKind: Provenance['kind']
  byRole: NonNullable<Provenance['role']> | null
  byPerson: string
  signature: Buffer
  now: Date
}
export type SettingsRow = MessageSettings & { accountId: string }
/** Who wrote a line, as it is stored. */
export type Writer = Pick<MessageRow, 'byKind' | 'byRole' | 'byPerson'>
