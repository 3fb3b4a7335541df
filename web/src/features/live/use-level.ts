import { useEffect, useState } from 'react'

const everyMs = 100

/** How loud a microphone is just now, 0–1; 0 where there is none. */
export function useLevel(media: MediaStream | null): number {
  const [level, setLevel] = useState(0)
  useEffect(() => {
    if (!media || media.getAudioTracks().length === 0 || typeof AudioContext === 'undefined') return
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    context.createMediaStreamSource(media).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples)
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
      setLevel(Math.min(1, Math.sqrt(power) * 4))
    }, everyMs)
    return () => {
      clearInterval(timer)
      void context.close()
      setLevel(0)
    }
  }, [media])
  return level
}
