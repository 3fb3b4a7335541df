import type { ProfileView } from '@corefans/shared/contracts/profiles.ts'
import { limits } from '@corefans/shared/values/limits.ts'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem, fieldErrors, sentenceOf } from '../../lib/problem.ts'
import { read } from '../../lib/query.ts'
import { useMe } from '../../lib/session.ts'
import { Failure } from '../../ui/empty-state.tsx'
import { Switch, TextArea, TextField } from '../../ui/field.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { LinksField } from './links-field.tsx'
import { PictureField } from './picture-field.tsx'
import { useEditProfile } from './use-edit-profile.ts'

export function ProfileSettings() {
  const me = useMe()
  const profile = useQuery({ ...read('GET /api/profiles/:handle', { handle: me?.handle ?? '' }), enabled: me !== null })
  if (profile.error) return <Failure error={profile.error} onRetry={() => void profile.refetch()} />
  return profile.data ? <Form key={profile.data.id} profile={profile.data} /> : <Loading rows={2} />
}

type Values = Pick<ProfileView, 'name' | 'handle' | 'bio' | 'location' | 'links' | 'ai'>
const valuesOf = ({ name, handle, bio, location, links, ai }: ProfileView): Values => ({ name, handle, bio, location, links, ai })

/** Only what was changed is sent: two tabs do not overwrite each other. */
function changed(values: Values, profile: ProfileView): Partial<Values> {
  const next = { ...values, links: values.links.map((link) => link.trim()).filter(Boolean) }
  const before = valuesOf(profile)
  return Object.fromEntries(
    Object.entries(next).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Values])),
  )
}

function Form({ profile }: { profile: ProfileView }) {
  const [values, setValues] = useState(() => valuesOf(profile))
  const edit = useEditProfile()
  const errors = errorsOf(edit.error)
  const set = (part: Partial<Values>) => setValues({ ...values, ...part })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const changes = changed(values, profile)
    if (Object.keys(changes).length > 0 && !edit.isPending) edit.mutate(changes)
  }
  return (
    <form className="set form" onSubmit={onSubmit} noValidate>
      <PictureField kind="cover" profile={profile} />
      <PictureField kind="portrait" profile={profile} />
      <TextField
        label="Name"
        value={values.name}
        maxLength={limits.name}
        error={errors['name']}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        label="Handle"
        value={values.handle}
        maxLength={limits.handle}
        autoCapitalize="none"
        spellCheck={false}
        hint="Your address: /@handle. Old links stop working when you change it."
        error={errors['handle']}
        onChange={(event) => set({ handle: event.target.value })}
      />
      <TextArea
        label="About you"
        value={values.bio}
        maxLength={limits.bio}
        rows={4}
        hint={`${values.bio.length} of 500`}
        error={errors['bio']}
        onChange={(event) => set({ bio: event.target.value })}
      />
      <TextField
        label="Location"
        value={values.location}
        maxLength={limits.location}
        error={errors['location']}
        onChange={(event) => set({ location: event.target.value })}
      />
      <LinksField links={values.links} errors={errors} onChange={(links) => set({ links })} />
      <Switch
        label="Virtual creator"
        hint="Says in words that this profile is driven by AI. Required if it is."
        checked={values.ai}
        onChange={(event) => set({ ai: event.target.checked })}
      />
      <button type="submit" className="btn pri" disabled={edit.isPending}>
        {edit.isPending ? 'Saving …' : 'Save'}
      </button>
    </form>
  )
}

function errorsOf(error: unknown): Record<string, string> {
  if (error instanceof ApiProblem && error.type === 'profiles/handle-taken') return { handle: sentenceOf(error) }
  return fieldErrors(error)
}
