import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import type { Resumable } from '../../lib/resumable.ts'
import { uploadImage } from '../../lib/upload.ts'
import { toast } from '../../ui/toast.ts'
import { decorate, whenSettled } from '../media/index.ts'
import type { DraftMedia } from './draft.ts'

/** `resting` waits for its file: a tab was closed over it, and a browser may not open a file by itself. `failed` says why. */
export type UploadState = 'sending' | 'paused' | 'resting' | 'processing' | 'failed'
export type Upload = { key: string; name: string; share: number; state: UploadState; id?: string; why?: string }

/** What an upload on its way tells, and what stops it. */
export type Desk = {
  change: (key: string, part: Partial<Upload>) => void
  drop: (key: string) => void
  /** The server knows it by this id; a row of before that waited for the same file is this one. */
  known: (key: string, id: string) => void
  done: (media: DraftMedia) => void
  sending: Map<string, Resumable>
  leaving: AbortController
}

async function settle(desk: Desk, key: string, id: string): Promise<void> {
  try {
    const media = await whenSettled(id, desk.leaving.signal)
    if (media.state === 'failed') return desk.change(key, { state: 'failed', why: media.failure?.title ?? 'It could not be read' })
    desk.done({ ...media, url: media.url ?? '' })
    desk.drop(key)
  } catch (error) {
    if (!desk.leaving.signal.aborted) desk.change(key, { state: 'failed', why: sentenceOf(error) })
  }
}

/** What a closed tab left: it may have come whole meanwhile, or be gone. */
export async function wake(desk: Desk, id: string): Promise<void> {
  try {
    const { state } = await api('GET /api/media/:mediaId', { mediaId: id })
    if (state === 'uploading') return
    desk.change(id, { state: 'processing' })
    await settle(desk, id, id)
  } catch {
    desk.drop(id)
  }
}

/** Images go whole. */
export async function sendImage(desk: Desk, key: string, file: File): Promise<void> {
  try {
    desk.done(await uploadImage(file, (share) => desk.change(key, { share })))
  } catch (error) {
    toast(`${file.name}: ${sentenceOf(error)}`)
  } finally {
    desk.drop(key)
  }
}

/** Video and sound go in pieces, and go on after a closed tab. */
export async function sendPieces(desk: Desk, key: string, file: File): Promise<void> {
  const { sendResumable } = await import('../../lib/resumable.ts')
  let id = ''
  let decorated = Promise.resolve()
  const one = await sendResumable(file, {
    onId: (known) => {
      if (id === known) return
      id = known
      desk.known(key, known)
      decorated = decorate(file, known)
    },
    onShare: (share) => desk.change(key, { share }),
    onDone: () => {
      desk.change(key, { state: 'processing', share: 1 })
      // Its still or waveform comes first, so that it is whole where it is shown.
      void decorated.then(() => settle(desk, key, id))
    },
    onFailed: ({ status, message }) => desk.change(key, { state: status === 0 ? 'paused' : 'failed', why: message }),
  })
  desk.sending.set(key, one)
}
