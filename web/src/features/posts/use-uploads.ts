import { useEffect, useRef, useState } from 'react'
import { api } from '../../lib/api.ts'
import { toast } from '../../ui/toast.ts'
import type { DraftMedia, Pending } from './draft.ts'
import { type Desk, sendImage, sendPieces, type Upload, wake } from './upload-desk.ts'

export type Uploads = {
  uploads: Upload[]
  add: (files: File[]) => void
  pause: (key: string) => void
  goOn: (key: string) => void
  remove: (key: string) => void
}

const playable = /^(video|audio)\//
const named = /\.(mp4|m4v|mov|webm|mp3|m4a|wav|ogg|oga|opus|flac)$/i
const resting = ({ id, name }: Pending): Upload => ({ key: id, id, name, share: 0, state: 'resting' })

/** Media on their way to the server, each with its progress; `pending` is what an earlier tab had begun. */
export function useUploads(pending: readonly Pending[], onDone: (media: DraftMedia) => void): Uploads {
  const [uploads, setUploads] = useState(() => pending.map(resting))
  const [desk] = useState<Desk>(() => ({
    change: (key, part) => setUploads((now) => now.map((upload) => (upload.key === key ? { ...upload, ...part } : upload))),
    drop: (key) => setUploads((now) => now.filter((upload) => upload.key !== key)),
    known: (key, id) =>
      setUploads((now) =>
        now.filter((upload) => upload.key === key || upload.id !== id).map((upload) => (upload.key === key ? { ...upload, id } : upload)),
      ),
    done: onDone,
    sending: new Map(),
    leaving: new AbortController(),
  }))
  const begun = useRef(pending)
  useEffect(() => {
    desk.leaving = new AbortController()
    for (const { id } of begun.current) void wake(desk, id)
    return () => {
      desk.leaving.abort()
      for (const one of desk.sending.values()) one.pause()
    }
  }, [desk])

  const one = (file: File) => {
    const isPlayed = playable.test(file.type) || named.test(file.name)
    if (!isPlayed && !file.type.startsWith('image/')) return toast(`${file.name} is no image, video or sound`)
    const key = crypto.randomUUID()
    setUploads((now) => [...now, { key, name: file.name, share: 0, state: 'sending' }])
    void (isPlayed ? sendPieces(desk, key, file) : sendImage(desk, key, file))
  }
  return {
    uploads,
    add: (files) => files.forEach(one),
    pause: (key) => {
      desk.sending.get(key)?.pause()
      desk.change(key, { state: 'paused' })
    },
    goOn: (key) => {
      desk.sending.get(key)?.goOn()
      desk.change(key, { state: 'sending' })
    },
    remove: (key) => {
      const id = uploads.find((upload) => upload.key === key)?.id
      desk.sending.get(key)?.pause()
      desk.sending.delete(key)
      desk.drop(key)
      if (id) void api('DELETE /api/media/:mediaId', { mediaId: id }).catch(() => {})
    },
  }
}
