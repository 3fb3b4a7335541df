export type Source = 'camera' | 'screen'
export type Chosen = { cameraId?: string; microphoneId?: string }

const size = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } }
const sound = (microphoneId?: string) => ({ echoCancellation: true, ...(microphoneId ? { deviceId: { exact: microphoneId } } : {}) })

/** Camera or screen, with a microphone. Throws what the browser throws; `wordsFor` says it to people. */
export async function capture(source: Source, { cameraId, microphoneId }: Chosen = {}): Promise<MediaStream> {
  if (!navigator.mediaDevices) throw new DOMException('no secure page', 'SecurityError')
  if (source === 'camera')
    return navigator.mediaDevices.getUserMedia({
      video: { ...size, ...(cameraId ? { deviceId: { exact: cameraId } } : {}) },
      audio: sound(microphoneId),
    })
  const screen = await navigator.mediaDevices.getDisplayMedia({ video: size })
  const voice = await navigator.mediaDevices.getUserMedia({ audio: sound(microphoneId) }).catch(() => null)
  return new MediaStream([...screen.getVideoTracks(), ...(voice?.getAudioTracks() ?? [])])
}

export const release = (media: MediaStream | null): void => {
  for (const track of media?.getTracks() ?? []) track.stop()
}

export async function listDevices(): Promise<{ cameras: MediaDeviceInfo[]; microphones: MediaDeviceInfo[] }> {
  const all = await navigator.mediaDevices.enumerateDevices()
  const of = (kind: MediaDeviceKind) => all.filter((device) => device.kind === kind && device.deviceId !== '')
  return { cameras: of('videoinput'), microphones: of('audioinput') }
}

/** Why a camera, a microphone or a screen did not come, and what to do. */
export function wordsFor(error: unknown): string {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError') return 'Your browser did not let us in. Allow camera and microphone beside the address, then try again.'
  if (name === 'NotFoundError' || name === 'OverconstrainedError')
    return 'No camera or microphone was found. Plug one in, or share your screen.'
  if (name === 'NotReadableError') return 'Another program uses the camera. Close it, then try again.'
  if (name === 'SecurityError') return 'Cameras work on secure pages only. Open CoreFans by https, or on this computer as localhost.'
  return 'The camera did not start. Try again, or choose another.'
}
