import type { AttachmentView } from '@corefans/shared/contracts/posts.ts'
import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { show } from '../../testing/show.tsx'
import { clock, spoken } from './duration.ts'
import { Audio, Video } from './facades.tsx'
import { deedOf, speedAfter } from './keys.ts'
import { keepPlace, placeOf } from './places.ts'
import { askAgain, takeTurn } from './playing.ts'
import { peaksOf } from './prepare.ts'

const film = { kind: 'video', id: 'v', url: '/media/v/video', durationMs: 9_000, width: 640, height: 400, alt: 'A ferry' } as const
const sound: AttachmentView = { kind: 'audio', id: 'a', url: '/media/a/audio', durationMs: 75_000, alt: 'A song', peaks: [0, 128, 255] }
const plays = () => {
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async function play(this: HTMLMediaElement) {
    Object.defineProperty(this, 'paused', { value: false, configurable: true })
    this.dispatchEvent(new Event('play'))
  })
  return vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(function pause(this: HTMLMediaElement) {
    Object.defineProperty(this, 'paused', { value: true, configurable: true })
    this.dispatchEvent(new Event('pause'))
  })
}

test('LAY-04 a video is a still of its proportions with its length until it is asked for, then a player with named controls', async () => {
  plays()
  await show(<Video media={{ ...film, posterUrl: '/media/p/large.webp' }} />)
  expect(document.querySelector('video')).toBeNull()
  const still = document.querySelector('img')
  expect([still?.getAttribute('width'), still?.getAttribute('height')]).toEqual(['640', '400'])
  fireEvent.click(screen.getByRole('button', { name: 'Play video: A ferry, 9 seconds' }))
  await screen.findByRole('region', { name: 'A ferry' })
  for (const name of ['Pause', 'Mute', 'Full screen']) expect(await screen.findByRole('button', { name })).toBeTruthy()
  const seek = screen.getByRole('slider', { name: 'Position' })
  expect(seek.getAttribute('aria-valuetext')).toBe('0 seconds of 9 seconds')
  const video = document.querySelector('video') as HTMLVideoElement
  expect([video.getAttribute('src'), video.getAttribute('width')]).toEqual(['/media/v/video', '640'])
})

test('LAY-04 a sound shows its waveform and length, and its slider is one that a keyboard knows', async () => {
  plays()
  await show(<Audio media={sound} />)
  expect(document.querySelectorAll('rect')).toHaveLength(3)
  expect(screen.getByText('1:15')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Play audio: A song, 1 minute 15 seconds' }))
  const seek = await screen.findByRole('slider', { name: 'Position' })
  const element = document.querySelector('audio') as HTMLAudioElement
  Object.defineProperty(element, 'duration', { value: 75, configurable: true })
  fireEvent.keyDown(seek, { key: 'ArrowRight' })
  expect(element.currentTime).toBe(5)
})

test('LAY-04 one thing plays at a time', () => {
  const pause = plays()
  pause.mockClear()
  const [first, second] = [document.createElement('video'), document.createElement('audio')]
  takeTurn(first)
  pause.mockClear()
  takeTurn(first)
  expect(pause).not.toHaveBeenCalled()
  takeTurn(second)
  expect(pause.mock.contexts).toEqual([first])
})

test('ACC-03 what plays asks again when rights change, and lets go of its bytes where it is refused', async () => {
  plays()
  const element = document.createElement('video')
  element.setAttribute('src', '/media/v/video')
  Object.defineProperty(element, 'currentSrc', { value: '/media/v/video' })
  const closed = vi.fn()
  element.addEventListener('closed', closed)
  takeTurn(element)
  const answers = [200, 403]
  vi.stubGlobal('fetch', async () => ({ status: answers.shift() }))
  await askAgain()
  expect([closed.mock.calls.length, element.hasAttribute('src')]).toEqual([0, true])
  await askAgain()
  expect([closed.mock.calls.length, element.hasAttribute('src')]).toEqual([1, false])
})

test('LAY-04 keys, lengths, speeds and places are what people expect', () => {
  expect([deedOf('k', 90), deedOf(' ', 90), deedOf('5', 90), deedOf('ArrowLeft', 90), deedOf('q', 90)]).toEqual([
    'toggle',
    'toggle',
    { seekTo: 45 },
    { seekBy: -5 },
    null,
  ])
  expect([clock(0), clock(75_300), clock(3_605_000)]).toEqual(['0:00', '1:15', '1:00:05'])
  expect([spoken(1_000), spoken(3_720_000), spoken(0)]).toEqual(['1 second', '1 hour 2 minutes', '0 seconds'])
  expect([speedAfter(1, 1), speedAfter(2, 1), speedAfter(0.5, -1)]).toEqual([1.25, 2, 0.5])
  keepPlace('one', 40, 100)
  keepPlace('two', 99, 100)
  expect([placeOf('one'), placeOf('two'), placeOf('three')]).toEqual([40, 0, 0])
  expect(peaksOf(new Float32Array([0, 0.1, -0.5, 0.25]), 2)).toEqual([51, 255])
})
