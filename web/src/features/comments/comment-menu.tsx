import type { CommentView } from '@corefans/shared/contracts/comments.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe } from '../../lib/session.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.ts'
import { BlockDialog, ShunItems } from '../safety/index.ts'
import { deleteComment, pinComment } from './change-comment.ts'
import type { Place } from './place.ts'

type Props = Place & { comment: CommentView; name: string; onEdit: () => void }

export function CommentMenu({ comment, name, onEdit, isPinned = false, mayPin = false }: Props) {
  const queries = useQueryClient()
  const [isBlocking, ask] = useState(false)
  const { mayEdit, mayDelete } = comment.viewer
  const other = useOther(comment)
  const copy = async () => {
    await navigator.clipboard.writeText(`${window.location.origin}/post/${comment.postId}?comment=${comment.id}`)
    toast('Link copied')
  }
  return (
    <>
      <Menu label={`More about this comment by ${name}`} button={<Icon name="dots" size="sm" />} className="icb comment-menu">
        <button type="button" role="menuitem" onClick={() => void copy()}>
          <Icon name="link" />
          Copy link
        </button>
        {mayPin && (
          <button type="button" role="menuitem" onClick={() => void pinComment(queries, comment.postId, isPinned ? null : comment.id)}>
            <Icon name="pin" />
            {isPinned ? 'Unpin' : 'Pin on top'}
          </button>
        )}
        {mayEdit && (
          <button type="button" role="menuitem" onClick={onEdit}>
            <Icon name="edit" />
            Edit
          </button>
        )}
        {mayDelete && (
          <button type="button" role="menuitem" className="danger" onClick={() => void deleteComment(queries, comment)}>
            <Icon name="trash" />
            Delete
          </button>
        )}
        {other && <ShunItems person={other} onBlock={() => ask(true)} />}
      </Menu>
      {isBlocking && other && <BlockDialog person={other} onClose={() => ask(false)} />}
    </>
  )
}

/** Its author, if somebody looks at it who is somebody else. */
function useOther({ viewer, author }: CommentView): CommentView['author'] {
  const me = useMe()
  return me && !viewer.isAuthor ? author : undefined
}
