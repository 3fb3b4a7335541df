import { kept, personalKey } from '../../lib/storage.ts'

/** What somebody has typed and not sent, for each conversation; it survives a closed tab. */
const memory = (threadId: string) => kept(personalKey(`draft:message:${threadId}`))

export const keptDraft = (threadId: string): string => memory(threadId).read() ?? ''

export const keepDraft = (threadId: string, text: string): void => memory(threadId).write(text || null)
