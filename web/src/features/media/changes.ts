import { api } from '../../lib/api.ts'

const waiting = new Map<string, () => void>()
/** The socket says that an asset changed: whoever waits for it asks at once. */
export const tellChanged = (mediaId: string): void => waiting.get(mediaId)?.()

const askEveryMs = 2_000
/** Until the asset is ready or failed. The socket wakes it; without one it asks every two seconds. */
export async function whenSettled(mediaId: string, signal: AbortSignal) {
  for (;;) {
    const media = await api('GET /api/media/:mediaId', { mediaId }, { signal })
    if (media.state === 'ready' || media.state === 'failed') return media
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, askEveryMs)
      waiting.set(mediaId, () => {
        clearTimeout(timer)
        resolve()
      })
    })
    waiting.delete(mediaId)
  }
}
