import type { Person } from '@corefans/shared/contracts/profiles.ts'
import { Avatar, type AvatarSize } from '../../ui/avatar.tsx'
import { usePresence } from './presence.ts'

/** A portrait with a green dot while the person is here. */
export function LiveAvatar({ person, size }: { person: Person; size?: AvatarSize }) {
  const online = usePresence(person.handle).state === 'online'
  return <Avatar person={person} online={online} {...(size ? { size } : {})} />
}
