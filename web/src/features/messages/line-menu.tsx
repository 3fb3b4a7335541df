import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/problem.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.ts'
import { EditDialog } from './edit-dialog.tsx'
import { type Line, linePages, putLines } from './messages.ts'

const offered = ['❤️', '👍', '😂', '😮', '🙏', '🔥']

/** What can be done with a line: answer, react, and for one's own change and delete. */
export function LineMenu({ line, onAnswer }: { line: Line; onAnswer: () => void }) {
  const queries = useQueryClient()
  const [asked, ask] = useState<'edit' | 'delete' | null>(null)
  const mine = line.reactions.find((one) => one.mine)?.emoji
  const react = async (emoji: string) => {
    const route = emoji === mine ? 'DELETE /api/messages/:messageId/reactions/:emoji' : 'PUT /api/messages/:messageId/reactions/:emoji'
    await api(route, { messageId: line.id, emoji }).then(
      (changed) => putLines(queries, line.threadId, [changed]),
      (error: unknown) => toast(sentenceOf(error)),
    )
  }
  const remove = async () => {
    ask(null)
    await api('DELETE /api/messages/:messageId', { messageId: line.id }).catch((error: unknown) => toast(sentenceOf(error)))
    await queries.invalidateQueries({ queryKey: linePages(line.threadId).queryKey })
  }
  return (
    <>
      <Menu label={`More about this message by ${line.author.name}`} button={<Icon name="dots" size="sm" />} className="icb message-more">
        <Emojis mine={mine} onChoose={(emoji) => void react(emoji)} />
        <button type="button" role="menuitem" onClick={onAnswer}>
          <Icon name="back" />
          Reply
        </button>
        {line.viewer.mayEdit && line.text !== '' && (
          <button type="button" role="menuitem" onClick={() => ask('edit')}>
            <Icon name="edit" />
            Edit
          </button>
        )}
        {line.viewer.isAuthor && (
          <button type="button" role="menuitem" className="danger" onClick={() => ask('delete')}>
            <Icon name="trash" />
            Delete for everyone
          </button>
        )}
      </Menu>
      {asked === 'edit' && <EditDialog line={line} onClose={() => ask(null)} />}
      {asked === 'delete' && (
        <Confirm
          title="Delete this message?"
          text="It is gone for everyone in this conversation. That a message stood here stays to be seen."
          yes="Delete"
          onYes={() => void remove()}
          onClose={() => ask(null)}
        />
      )}
    </>
  )
}

const Emojis = ({ mine, onChoose }: { mine: string | undefined; onChoose: (emoji: string) => void }) => (
  <div className="message-emojis">
    {offered.map((emoji) => (
      <button
        key={emoji}
        type="button"
        role="menuitemradio"
        aria-checked={emoji === mine}
        aria-label={`React with ${emoji}`}
        onClick={() => onChoose(emoji)}
      >
        {emoji}
      </button>
    ))}
  </div>
)
