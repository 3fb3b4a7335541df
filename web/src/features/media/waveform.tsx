const flat = Array.from({ length: 100 }, () => 40)
const [step, wide, high] = [5, 3, 44]

/** How loud a sound is along its length; the part that was heard is painted. Without peaks it is an even line. */
export function Waveform({ peaks = flat, share }: { peaks?: readonly number[] | undefined; share: number }) {
  return (
    <svg className="media-wave" viewBox={`0 0 ${peaks.length * step} ${high}`} preserveAspectRatio="none" aria-hidden="true">
      {peaks.map((peak, i) => {
        const tall = Math.max(3, (peak / 255) * high)
        // Bars have no other name than their place.
        const place = i * step
        return (
          <rect
            key={place}
            className={(i + 1) / peaks.length <= share ? 'media-wave-on' : 'media-wave-off'}
            x={place}
            y={(high - tall) / 2}
            width={wide}
            height={tall}
            rx={1.5}
          />
        )
      })}
    </svg>
  )
}
