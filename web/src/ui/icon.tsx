export type IconName =
  | 'home'
  | 'compass'
  | 'bell'
  | 'ticket'
  | 'user'
  | 'heart'
  | 'tip'
  | 'share'
  | 'dots'
  | 'pin'
  | 'link'
  | 'cal'
  | 'search'
  | 'plus'
  | 'lock'
  | 'check'
  | 'back'
  | 'globe'
  | 'spark'
  | 'wallet'
  | 'image'
  | 'poll'
  | 'gear'
  | 'close'
  | 'up'
  | 'down'
  | 'edit'
  | 'trash'
  | 'users'
  | 'out'
  | 'moon'
  | 'sun'
  | 'screen'
  | 'refresh'
  | 'shield'
  | 'key'

/** A drawing of the page's sprite (index.html). Decoration: the words stand beside it. */
export const Icon = ({ name, size }: { name: IconName; size?: 'sm' | 'xs' }) => (
  <svg className={size ? `i ${size}` : 'i'} aria-hidden="true">
    <use href={`#${name}`} />
  </svg>
)
