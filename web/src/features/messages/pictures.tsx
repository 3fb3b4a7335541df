import { type ChangeEvent, useRef } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { Spinner } from './spinner.tsx'
import type { PictureDesk } from './use-pictures.ts'

/** Chooses pictures for a line. */
export function PictureButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])])
    event.target.value = ''
  }
  return (
    <>
      <input ref={input} type="file" accept="image/*" multiple hidden aria-label="Pictures" onChange={chosen} />
      <button type="button" className="icb" aria-label="Add pictures" onClick={() => input.current?.click()}>
        <Icon name="image" />
      </button>
    </>
  )
}

export function Pictures({ pictures: { ready, sending, remove } }: { pictures: PictureDesk }) {
  if (ready.length === 0 && sending === 0) return null
  return (
    <ul className="message-pictures">
      {ready.map(({ id, url }, i) => (
        <li key={id}>
          <img src={url} alt={`Chosen file ${i + 1}`} />
          <button type="button" className="icb" aria-label={`Remove picture ${i + 1}`} onClick={() => remove(id)}>
            <Icon name="close" size="sm" />
          </button>
        </li>
      ))}
      {sending > 0 && (
        <li>
          <Spinner />
        </li>
      )}
    </ul>
  )
}
