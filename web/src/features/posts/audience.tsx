import type { Audience } from '@corefans/shared/contracts/posts.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'

const faces: Record<'public' | 'followers' | 'passes', { icon: IconName; label: string }> = {
  public: { icon: 'globe', label: 'Everyone' },
  followers: { icon: 'users', label: 'Followers' },
  passes: { icon: 'ticket', label: 'Pass holders' },
}
export const audienceFace = (audience: Audience) => faces[typeof audience === 'string' ? audience : 'passes']

export const AudienceLabel = ({ audience }: { audience: Audience }) => {
  const { icon, label } = audienceFace(audience)
  return (
    <>
      <Icon name={icon} size="xs" />
      {label}
    </>
  )
}
