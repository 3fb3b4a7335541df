import { type ChangeEvent, useRef } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { Sign } from '../media/index.ts'
import type { Upload } from './upload-desk.ts'
import type { Uploads } from './use-uploads.ts'

const words: Readonly<Record<Upload['state'], (upload: Upload) => string>> = {
  sending: ({ share }) => `${Math.round(share * 100)} %`,
  paused: ({ share, why }) => `Paused at ${Math.round(share * 100)} %${why ? `: ${why}` : ''}`,
  resting: () => 'Interrupted. Choose the same file again and it goes on where it stands.',
  processing: () => 'Being prepared …',
  failed: ({ why }) => why ?? 'It failed',
}

/** Something on its way: how far, what became of it, and what can be done. */
export function UploadRow({ upload, at: { pause, goOn, remove, add } }: { upload: Upload; at: Uploads }) {
  const { key, name, state, share } = upload
  const hasBar = state === 'sending' || state === 'paused'
  return (
    <li data-state={state}>
      <span className={`post-strip-wait${state === 'failed' || state === 'resting' ? '' : ' skel'}`}>
        {state === 'failed' && <Icon name="close" />}
      </span>
      <div className="post-strip-progress">
        <span className="cut">{name}</span>
        {hasBar && <progress className="bar-progress" max={1} value={share} aria-label={`Uploading ${name}`} />}
        <small role="status">{words[state](upload)}</small>
      </div>
      <div className="post-strip-ways">
        {state === 'sending' && (
          <button type="button" className="icb" aria-label={`Pause ${name}`} onClick={() => pause(key)}>
            <Sign name="pause" />
          </button>
        )}
        {state === 'paused' && (
          <button type="button" className="icb" aria-label={`Go on with ${name}`} onClick={() => goOn(key)}>
            <Sign name="play" />
          </button>
        )}
        {state === 'resting' && <ChooseAgain onFile={(file) => add([file])} name={name} />}
        <button type="button" className="icb" aria-label={`Remove ${name}`} onClick={() => remove(key)}>
          <Icon name="trash" size="sm" />
        </button>
      </div>
    </li>
  )
}

function ChooseAgain({ onFile, name }: { onFile: (file: File) => void; name: string }) {
  const input = useRef<HTMLInputElement>(null)
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (file) onFile(file)
  }
  return (
    <>
      <input ref={input} type="file" accept="video/*,audio/*" hidden aria-label={`Choose ${name} again`} onChange={chosen} />
      <button type="button" className="btn ghost slim" onClick={() => input.current?.click()}>
        Choose
      </button>
    </>
  )
}
