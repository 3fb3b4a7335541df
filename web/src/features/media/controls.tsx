import { clock, spoken } from './duration.ts'
import { Sign } from './icons.tsx'
import { speeds } from './keys.ts'
import type { Now, Player, Trouble } from './use-player.ts'

type Parts = Pick<Player, 'now' | 'act'>
const percent = (share: number) => `${Math.min(100, Math.max(0, share * 100)).toFixed(2)}%`

export const PlayButton = ({ now, act, className }: Parts & { className: string }) => (
  <button type="button" className={className} aria-label={now.isPlaying ? 'Pause' : 'Play'} onClick={() => act('toggle')}>
    <Sign name={now.isPlaying ? 'pause' : 'play'} />
  </button>
)

/** Where it is: a slider that a keyboard and a screen reader know. */
export const Seek = ({ now, act, className }: Parts & { className: string }) => (
  <input
    type="range"
    className={className}
    aria-label="Position"
    aria-valuetext={`${spoken(now.atS * 1_000)} of ${spoken(now.lengthS * 1_000)}`}
    min={0}
    max={Math.max(0.1, now.lengthS)}
    step={0.1}
    value={now.atS}
    style={{ '--media-share': percent(now.atS / now.lengthS) } as React.CSSProperties}
    onKeyDown={(event) => {
      const by = { ArrowLeft: -5, ArrowRight: 5 }[event.key]
      if (by === undefined) return
      event.preventDefault()
      act({ seekBy: by })
    }}
    onChange={(event) => act({ seekTo: Number(event.target.value) })}
  />
)

export const TimeText = ({ now }: { now: Now }) => (
  <span className="media-time num">
    {clock(now.atS * 1_000)} / {clock(now.lengthS * 1_000)}
  </span>
)

export const MuteButton = ({ now, act, className }: Parts & { className: string }) => (
  <button type="button" className={className} aria-label={now.isMuted ? 'Sound on' : 'Mute'} onClick={() => act('mute')}>
    <Sign name={now.isMuted ? 'mute' : 'sound'} />
  </button>
)

export const Volume = ({ now, act }: Parts) => (
  <input
    type="range"
    className="media-seek media-volume"
    aria-label="Volume"
    aria-valuetext={`${Math.round((now.isMuted ? 0 : now.volume) * 100)} percent`}
    min={0}
    max={1}
    step={0.05}
    value={now.isMuted ? 0 : now.volume}
    style={{ '--media-share': percent(now.isMuted ? 0 : now.volume) } as React.CSSProperties}
    onChange={(event) => act({ louderBy: Number(event.target.value) - now.volume })}
  />
)

/** Each press is one step faster; after the fastest comes the slowest. */
export function SpeedButton({ now, act, className }: Parts & { className: string }) {
  const isFastest = now.speed === speeds.at(-1)
  const faster = () => {
    act({ speedBy: 1 })
    if (isFastest) for (let i = 1; i < speeds.length; i++) act({ speedBy: -1 })
  }
  return (
    <button type="button" className={`${className} num`} aria-label={`Speed ${now.speed}; change it`} onClick={faster}>
      {now.speed}×
    </button>
  )
}

const sentences: Readonly<Record<Exclude<Trouble, null>, string>> = {
  closed: 'You have no access to this any more.',
  unplayable: 'This browser cannot play it.',
}
export const TroubleNote = ({ trouble }: { trouble: Trouble }) =>
  trouble && (
    <p className="media-trouble" role="alert">
      {sentences[trouble]}
    </p>
  )
