import { useQueryClient } from '@tanstack/react-query'
import { Confirm } from '../../ui/confirm.tsx'
import { type Somebody, shun } from './shun.ts'

/** Says what a block does before it is done. */
export function BlockDialog({ person, onClose }: { person: Somebody; onClose: () => void }) {
  const queries = useQueryClient()
  const onYes = () => {
    onClose()
    void shun(queries, person, 'block', true)
  }
  return (
    <Confirm
      title={`Block ${person.name}?`}
      text="They will not find your profile or your posts, cannot write to you, and follow you no more. What they hold of yours opens nothing while the block stands. They are not told."
      yes="Block"
      onYes={onYes}
      onClose={onClose}
    />
  )
}
