import { useMe } from '../../lib/session.ts'
import { Switch } from '../../ui/field.tsx'
import { useEditProfile } from './use-edit-profile.ts'

export function PrivacySettings() {
  const me = useMe()
  const edit = useEditProfile()
  if (!me) return null
  return (
    <section className="set">
      <h2>What others can see</h2>
      <Switch
        label="Hide when I am online"
        hint="Nobody sees your green dot, and you see nobody else's."
        checked={me.hidesPresence}
        disabled={edit.isPending}
        onChange={(event) => edit.mutate({ hidesPresence: event.target.checked })}
      />
      <Switch
        label="Hide my passes"
        hint="The passes you hold are left out of your profile. On the chain they stay public."
        checked={me.hidesHoldings}
        disabled={edit.isPending}
        onChange={(event) => edit.mutate({ hidesHoldings: event.target.checked })}
      />
    </section>
  )
}
