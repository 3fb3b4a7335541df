import type { ProfileView } from '@corefans/shared/contracts/profiles.ts'
import { type ChangeEvent, useRef, useState } from 'react'
import { sentenceOf } from '../../lib/problem.ts'
import { uploadImage } from '../../lib/upload.ts'
import { Portrait } from '../../ui/avatar.tsx'
import { NightSky } from '../../ui/night-sky.tsx'
import { toast } from '../../ui/toast.ts'
import { useEditProfile } from './use-edit-profile.ts'

const words = {
  portrait: { label: 'Portrait', field: 'portraitMediaId', url: 'portraitUrl' },
  cover: { label: 'Cover', field: 'coverMediaId', url: 'coverUrl' },
} as const

/** A picture of the profile: chosen, sent with its progress, and shown at once. */
export function PictureField({ kind, profile }: { kind: keyof typeof words; profile: ProfileView }) {
  const { label, field, url } = words[kind]
  const input = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number | null>(null)
  const edit = useEditProfile()
  const chosen = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (!file) return
    setShare(0)
    try {
      const media = await uploadImage(file, setShare)
      edit.mutate({ [field]: media.id })
    } catch (error) {
      toast(sentenceOf(error))
    } finally {
      setShare(null)
    }
  }
  return (
    <div className="settings-picture" data-kind={kind}>
      <div className="settings-picture-preview">
        {kind === 'portrait' ? (
          <Portrait person={profile} size={72} />
        ) : profile.coverUrl ? (
          <img src={profile.coverUrl} alt="" />
        ) : (
          <NightSky seed={profile.handle} />
        )}
      </div>
      <input ref={input} type="file" accept="image/*" hidden onChange={(event) => void chosen(event)} />
      <div className="settings-picture-buttons">
        <button type="button" className="btn sec slim" disabled={share !== null} onClick={() => input.current?.click()}>
          {share === null ? `Change ${label.toLowerCase()}` : `Sending ${Math.round(share * 100)} %`}
        </button>
        {profile[url] && (
          <button type="button" className="btn ghost slim" onClick={() => edit.mutate({ [field]: null })}>
            Remove
          </button>
        )}
      </div>
    </div>
  )
}
