import { useEffect, useRef, useState } from 'react'
import { type Chosen, capture, listDevices, release, type Source, wordsFor } from './devices.ts'

type Devices = Awaited<ReturnType<typeof listDevices>>

/** What is filmed now, by what, and why not. The camera goes off with the page. */
export function useCapture() {
  const [media, setMedia] = useState<MediaStream | null>(null)
  const [chosen, setChosen] = useState<Chosen & { source: Source }>({ source: 'camera' })
  const [devices, setDevices] = useState<Devices>({ cameras: [], microphones: [] })
  const [words, setWords] = useState<string | null>(null)
  const held = useRef<MediaStream | null>(null)
  const hold = (next: MediaStream | null) => {
    release(held.current)
    held.current = next
    setMedia(next)
  }
  useEffect(() => () => release(held.current), [])

  const start = async (next: Chosen & { source: Source }): Promise<void> => {
    setChosen(next)
    setWords(null)
    try {
      hold(await capture(next.source, next))
      // Only a page that was let in is told what devices are called.
      setDevices(await listDevices())
    } catch (error) {
      setWords(wordsFor(error))
    }
  }
  return { media, chosen, devices, words, start, stop: () => hold(null) }
}
export type Capture = ReturnType<typeof useCapture>
