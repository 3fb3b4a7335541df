import { useQueryClient } from '@tanstack/react-query'
import { useMe } from '../../lib/session.ts'
import { useStore } from '../../lib/store.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Name } from '../../ui/name.tsx'
import { type Outgoing, outgoing, sendAgain, takeBack } from './outgoing.ts'

type Props = { postId: string; parentId: string | null; onTakenBack: (text: string) => void }

/** Comments on their way, and those that were refused, each with its reason and its words. */
export const OutgoingItems = ({ postId, parentId, onTakenBack }: Props) =>
  useStore(outgoing)
    .filter((one) => one.postId === postId && one.parentId === parentId)
    .map((one) => <OutgoingItem key={one.key} one={one} onTakenBack={onTakenBack} />)

function OutgoingItem({ one: { key, text, why }, onTakenBack }: { one: Outgoing; onTakenBack: (text: string) => void }) {
  const me = useMe()
  const queries = useQueryClient()
  if (!me) return null
  return (
    <div className="comment comment-outgoing" data-failed={why !== null}>
      <Avatar person={me} size={36} />
      <div className="comment-body">
        <div className="comment-by">
          <b className="cut">
            <Name>{me.name}</Name>
          </b>
          <small>{why === null && 'Sending …'}</small>
        </div>
        <p className="comment-text" dir="auto">
          {text}
        </p>
        {why !== null && (
          <div className="comment-failed" role="alert">
            <span>Not sent: {why}</span>
            <button type="button" className="btn sec slim" onClick={() => void sendAgain(queries, key)}>
              Try again
            </button>
            <button type="button" className="btn ghost slim" onClick={() => onTakenBack(takeBack(key))}>
              Edit
            </button>
          </div>
        )}
      </div>
    </div>
  )
}
