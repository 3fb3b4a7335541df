import { kept, personalKey } from '../../lib/storage.ts'

/** What somebody has typed and not sent, for each post and each comment that they answer; it survives a closed tab. */
const memory = (postId: string, parentId: string | null) => kept(personalKey(`draft:comment:${postId}${parentId ? `:${parentId}` : ''}`))

export const keptDraft = (postId: string, parentId: string | null): string => memory(postId, parentId).read() ?? ''

export const keepDraft = (postId: string, parentId: string | null, text: string): void => memory(postId, parentId).write(text || null)
