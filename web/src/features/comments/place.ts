/** What a comment can do where it stands. */
export type Place = {
  /** Opens the composer that answers it; absent where nobody may write. */
  onReply?: ((handle: string) => void) | undefined
  isPinned?: boolean
  mayPin?: boolean
}
