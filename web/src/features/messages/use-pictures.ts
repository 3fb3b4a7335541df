import { limits } from '@corefans/shared/values/limits.ts'
import { useState } from 'react'
import { sentenceOf } from '../../lib/problem.ts'
import { uploadImage } from '../../lib/upload.ts'
import { toast } from '../../ui/toast.ts'
import type { Attached } from './outgoing.ts'

/** Pictures of a line that is being written, each sent to the server as soon as it is chosen. */
export function usePictures() {
  const [ready, setReady] = useState<Attached[]>([])
  const [sending, setSending] = useState(0)
  const one = async (file: File) => {
    setSending((n) => n + 1)
    try {
      const { id, url } = await uploadImage(file, () => {})
      setReady((now) => [...now, { id, url, alt: '' }])
    } catch (error) {
      toast(`${file.name}: ${sentenceOf(error)}`)
    }
    setSending((n) => n - 1)
  }
  return {
    ready,
    sending,
    isBusy: sending > 0,
    add: (files: readonly File[]) => {
      for (const file of files.slice(0, limits.postMedia - ready.length - sending)) void one(file)
    },
    remove: (id: string) => setReady((now) => now.filter((other) => other.id !== id)),
    clear: () => setReady([]),
  }
}
export type PictureDesk = ReturnType<typeof usePictures>
