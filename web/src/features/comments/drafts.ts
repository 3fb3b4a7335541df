/** What somebody has typed and not sent, for each post and each comment that they answer; it survives a closed tab. */
const keyOf = (postId: string, parentId: string | null) => `draft:comment:${postId}${parentId ? `:${parentId}` : ''}`

export const keptDraft = (postId: string, parentId: string | null): string => {
  try {
    return localStorage.getItem(keyOf(postId, parentId)) ?? ''
  } catch {
    return ''
  }
}

export function keepDraft(postId: string, parentId: string | null, text: string): void {
  try {
    if (text === '') localStorage.removeItem(keyOf(postId, parentId))
    else localStorage.setItem(keyOf(postId, parentId), text)
  } catch {
    // Where nothing may be stored, the draft lives as long as the page.
  }
}
