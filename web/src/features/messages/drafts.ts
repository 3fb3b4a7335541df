/** What somebody has typed and not sent, for each conversation; it survives a closed tab. */
const keyOf = (threadId: string) => `draft:message:${threadId}`

export function keptDraft(threadId: string): string {
  try {
    return localStorage.getItem(keyOf(threadId)) ?? ''
  } catch {
    return ''
  }
}

export function keepDraft(threadId: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(keyOf(threadId))
    else localStorage.setItem(keyOf(threadId), text)
  } catch {
    // Where nothing may be stored, the draft lives as long as the page.
  }
}
