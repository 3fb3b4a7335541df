import { useState } from 'react'
import { sentenceOf } from '../../lib/problem.ts'
import { uploadImage } from '../../lib/upload.ts'
import { toast } from '../../ui/toast.ts'
import type { DraftImage } from './draft.ts'

export type Upload = { key: string; name: string; share: number }

/** Images on their way to the server, each with its progress. */
export function useUploads(onDone: (image: DraftImage) => void) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const one = async (file: File) => {
    const key = crypto.randomUUID()
    setUploads((now) => [...now, { key, name: file.name, share: 0 }])
    try {
      const media = await uploadImage(file, (share) =>
        setUploads((now) => now.map((upload) => (upload.key === key ? { ...upload, share } : upload))),
      )
      onDone({ id: media.id, url: media.url, alt: media.alt, width: media.width, height: media.height })
    } catch (error) {
      toast(`${file.name}: ${sentenceOf(error)}`)
    } finally {
      setUploads((now) => now.filter((upload) => upload.key !== key))
    }
  }
  return { uploads, add: (files: File[]) => files.forEach((file) => void one(file)) }
}
