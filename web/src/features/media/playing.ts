/** What plays on this page: one thing at a time, and nothing that its viewer may not see any more. */
let current: HTMLMediaElement | null = null

/** Whatever else plays pauses. */
export function takeTurn(element: HTMLMediaElement): void {
  if (current !== element) current?.pause()
  current = element
}

/** Lets go of the bytes: the connection ends, and nothing of them is left to play. */
export function letGo(element: HTMLMediaElement): void {
  if (current === element) current = null
  element.pause()
  element.removeAttribute('src')
  element.load()
}

/** The viewer's rights changed: what plays asks whether it still may, and ends at once where it may not. */
export async function askAgain(): Promise<void> {
  const element = current
  if (!element?.currentSrc) return
  const answer = await fetch(element.currentSrc, { method: 'HEAD', cache: 'no-store' }).catch(() => null)
  if (answer?.status !== 403 && answer?.status !== 404) return
  letGo(element)
  element.dispatchEvent(new Event('closed'))
}
