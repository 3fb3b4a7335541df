/** Who wrote a line: the account's own person, a role of its team, a machine, or a machine whose words a person approved. */
export type By = { kind: 'self' | 'team' | 'ai' | 'ai-approved'; role?: string | undefined }

/** All that a signature is over. `media` are ids, in the order in which they are shown. */
export type SignedLine = {
  id: string
  threadId: string
  author: string
  by: By
  createdAt: string
  editedAt: string | null
  text: string
  media: readonly string[]
}

/** The bytes that are signed (UTF-8 of this text): every field in one order, so that whoever verifies builds the same. */
export const signedWords = ({ id, threadId, author, by, createdAt, editedAt, text, media }: SignedLine): string =>
  JSON.stringify(['corefans/message/1', id, threadId, author, by.kind, by.role ?? '', createdAt, editedAt ?? '', text, media])
