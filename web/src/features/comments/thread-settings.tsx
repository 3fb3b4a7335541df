import type { ThreadRule, ThreadView } from '@corefans/shared/contracts/comments.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { changeThread } from './change-comment.ts'

const rules: Record<ThreadRule, string> = {
  everyone: 'Everyone may comment',
  followers: 'Followers only',
  holders: 'Holders of a pass only',
  tippers: 'Only who has tipped you',
}

/** What the post's author decides: who may write, and whether anybody may. */
export function ThreadSettings({ postId, thread: { rule, locked } }: { postId: string; thread: ThreadView }) {
  const queries = useQueryClient()
  return (
    <Menu label="Who may comment" button={<Icon name="gear" />}>
      {Object.entries(rules).map(([key, words]) => (
        <button
          key={key}
          type="button"
          role="menuitemradio"
          aria-checked={key === rule}
          onClick={() => void changeThread(queries, { postId, rule: key as ThreadRule }, words)}
        >
          <Icon name={key === rule ? 'check' : 'users'} />
          {words}
        </button>
      ))}
      <button
        type="button"
        role="menuitem"
        onClick={() => void changeThread(queries, { postId, locked: !locked }, locked ? 'Comments are open again' : 'Comments are closed')}
      >
        <Icon name="lock" />
        {locked ? 'Open the comments' : 'Close the comments'}
      </button>
    </Menu>
  )
}
