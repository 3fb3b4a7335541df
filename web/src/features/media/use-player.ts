import type { AttachmentView } from '@corefans/shared/contracts/posts.ts'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { type Deed, speedAfter } from './keys.ts'
import { keepPlace, placeOf } from './places.ts'
import { letGo, takeTurn } from './playing.ts'

export type Now = { isPlaying: boolean; atS: number; lengthS: number; volume: number; isMuted: boolean; speed: number }
/** Why nothing plays: the viewer may not see it any more, or this browser cannot play it. */
export type Trouble = 'closed' | 'unplayable' | null
export type Player = { ref: RefObject<(HTMLVideoElement & HTMLAudioElement) | null>; now: Now; trouble: Trouble; act: (deed: Deed) => void }

const heard = ['play', 'pause', 'timeupdate', 'seeked', 'durationchange', 'volumechange', 'ratechange', 'ended'] as const

const snapshot = (element: HTMLMediaElement, lengthS: number): Now => ({
  isPlaying: !element.paused && !element.ended,
  atS: element.currentTime,
  lengthS: Number.isFinite(element.duration) && element.duration > 0 ? element.duration : lengthS,
  volume: element.volume,
  isMuted: element.muted || element.volume === 0,
  speed: element.playbackRate,
})

/** Keeps a native element and what the controls show in step, begins it where its viewer left off, and lets go of it in the end. */
export function usePlayer({ id = '', durationMs = 0 }: AttachmentView): Player {
  const ref = useRef<HTMLVideoElement & HTMLAudioElement>(null)
  const lengthS = durationMs / 1_000
  const [now, setNow] = useState<Now>({ isPlaying: false, atS: 0, lengthS, volume: 1, isMuted: false, speed: 1 })
  const [trouble, setTrouble] = useState<Trouble>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const off = new AbortController()
    const on = (type: string, handle: () => void) => element.addEventListener(type, handle, { signal: off.signal })
    for (const type of heard) on(type, () => setNow(snapshot(element, lengthS)))
    on('play', () => takeTurn(element))
    for (const type of ['pause', 'ended']) on(type, () => keepPlace(id, element.currentTime, lengthS))
    on('closed', () => setTrouble('closed'))
    on('error', () => void whyNot(element).then(setTrouble))
    element.currentTime = placeOf(id)
    element.play().catch(() => {}) // a browser that wants to be asked first shows the button
    return () => {
      keepPlace(id, element.currentTime, lengthS)
      off.abort()
      letGo(element)
    }
  }, [id, lengthS])
  return { ref, now, trouble, act: (deed) => ref.current && perform(ref.current, deed) }
}

/** An element says that it failed and not why: the server knows whether it refused. */
async function whyNot(element: HTMLMediaElement): Promise<Trouble> {
  if (!element.currentSrc || !element.hasAttribute('src')) return 'closed'
  const answer = await fetch(element.currentSrc, { method: 'HEAD', cache: 'no-store' }).catch(() => null)
  return answer && answer.status >= 400 ? 'closed' : 'unplayable'
}

const within = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value))

function perform(element: HTMLMediaElement, deed: Deed): void {
  if (deed === 'toggle') void (element.paused ? element.play().catch(() => {}) : element.pause())
  else if (deed === 'mute') element.muted = !element.muted
  else if (deed === 'full') void fullScreen(element)
  else if ('seekBy' in deed) element.currentTime = within(0, element.currentTime + deed.seekBy, element.duration || 0)
  else if ('seekTo' in deed) element.currentTime = deed.seekTo
  else if ('speedBy' in deed) element.playbackRate = speedAfter(element.playbackRate, deed.speedBy)
  else {
    element.muted = false
    element.volume = within(0, element.volume + deed.louderBy, 1)
  }
}

/** The player with its controls; where a browser gives that to no element, the video alone (on iPhones). */
async function fullScreen(element: HTMLMediaElement): Promise<void> {
  const box = element.closest('.media-player') ?? element
  if (document.fullscreenElement) await document.exitFullscreen()
  else if (box.requestFullscreen) await box.requestFullscreen().catch(() => {})
  else (element as { webkitEnterFullscreen?: () => void }).webkitEnterFullscreen?.()
}
