import { useQueryClient } from '@tanstack/react-query'
import { Icon } from '../../ui/icon.tsx'
import { type Somebody, shun } from './shun.ts'

type Props = { person: Somebody; shuns?: { blocks: boolean; mutes: boolean }; onBlock: () => void }

/** Mute and block, as items of a menu. A block is asked about first: `onBlock` opens the question. */
export function ShunItems({ person, shuns = { blocks: false, mutes: false }, onBlock }: Props) {
  const queries = useQueryClient()
  const { blocks, mutes } = shuns
  return (
    <>
      <button type="button" role="menuitem" onClick={() => void shun(queries, person, 'mute', !mutes)}>
        <Icon name="bell" />
        {mutes ? 'Unmute' : 'Mute'} @{person.handle}
      </button>
      <button
        type="button"
        role="menuitem"
        className={blocks ? '' : 'danger'}
        onClick={() => (blocks ? void shun(queries, person, 'block', false) : onBlock())}
      >
        <Icon name="shield" />
        {blocks ? 'Unblock' : 'Block'} @{person.handle}
      </button>
    </>
  )
}
