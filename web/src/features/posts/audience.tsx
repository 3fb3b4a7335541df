import type { Audience } from '@corefans/shared/contracts/posts.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'

const faces: Record<'public' | 'followers' | 'passes' | 'paid', { icon: IconName; label: string }> = {
  public: { icon: 'globe', label: 'Everyone' },
  followers: { icon: 'users', label: 'Followers' },
  passes: { icon: 'ticket', label: 'Pass holders' },
  paid: { icon: 'tip', label: 'For sale' },
}
const isSold = (audience: Exclude<Audience, string>) => audience.anyOf.flat().some(({ kind }) => kind === 'purchase')
export const audienceFace = (audience: Audience) => faces[typeof audience === 'string' ? audience : isSold(audience) ? 'paid' : 'passes']

export const AudienceLabel = ({ audience }: { audience: Audience }) => {
  const { icon, label } = audienceFace(audience)
  return (
    <>
      <Icon name={icon} size="xs" />
      {label}
    </>
  )
}
