import { Avatar } from '../../ui/avatar.tsx'
import { LinkedText } from '../../ui/linked-text.tsx'
import { Name } from '../../ui/name.tsx'
import { Time } from '../../ui/time.tsx'
import { Audio, Video } from '../media/index.ts'
import { labelOf } from './label.tsx'
import { LineMenu } from './line-menu.tsx'
import type { Line } from './messages.ts'

type Props = {
  line: Line
  before: Line | undefined
  isGroup: boolean
  isFirstUnread: boolean
  mark: string | null
  onAnswer: () => void
}
const closeMs = 5 * 60_000

/** Whether a line goes on from the one before it: the same hand within five minutes. */
const goesOn = (line: Line, before: Line | undefined): boolean =>
  before !== undefined &&
  before.author.id === line.author.id &&
  labelOf(before) === labelOf(line) &&
  Date.parse(line.createdAt) - Date.parse(before.createdAt) < closeMs

const dayOf = (iso: string | undefined) => iso?.slice(0, 10)

export function LineItem({ line, before, isGroup, isFirstUnread, mark, onAnswer }: Props) {
  const isNext = goesOn(line, before) && !isFirstUnread
  const { author, viewer } = line
  return (
    <>
      <Day line={line} before={before} />
      {isFirstUnread && <p className="message-new">New</p>}
      <article className="message-line" data-mine={viewer.isAuthor} data-next={isNext} aria-label={spoken(line)}>
        {!viewer.isAuthor && <span className="message-face">{!isNext && <Avatar person={author} size={36} />}</span>}
        <div className="message-body">
          {!isNext && <By line={line} isNamed={isGroup && !viewer.isAuthor} />}
          <div className="message-row">
            <Bubble line={line} />
            {!line.deleted && <LineMenu line={line} onAnswer={onAnswer} />}
          </div>
          <Reactions line={line} />
          {mark && <p className="message-mark">{mark}</p>}
        </div>
      </article>
    </>
  )
}

/** The day, where a new one begins. */
const Day = ({ line, before }: Pick<Props, 'line' | 'before'>) =>
  dayOf(before?.createdAt) === dayOf(line.createdAt) ? null : (
    <p className="message-day num">
      <Time iso={line.createdAt} as="day" />
    </p>
  )

const spoken = (line: Line): string => [line.author.name, labelOf(line)].filter(Boolean).join(', ')

/** Whose line it is, where that is not clear, and who wrote it where that is somebody else. */
function By({ line, isNamed }: { line: Line; isNamed: boolean }) {
  const label = labelOf(line)
  if (!label && !isNamed) return null
  return (
    <p className="message-by">
      {isNamed && (
        <b>
          <Name>{line.author.name}</Name>
        </b>
      )}
      {label && <span className="message-label">{label}</span>}
    </p>
  )
}

function Bubble({ line }: { line: Line }) {
  if (line.deleted) return <p className="message-bubble message-gone">Message deleted</p>
  return (
    <div className="message-bubble" data-bare={line.text === ''}>
      {line.replyTo && (
        <p className="message-quote">
          <b>
            <Name>{line.replyTo.author.name}</Name>
          </b>
          <span className="cut">{line.replyTo.excerpt || 'Message deleted'}</span>
        </p>
      )}
      {line.media.map((one) =>
        one.kind === 'image' ? (
          <a key={one.id} href={one.url} target="_blank" rel="noreferrer" className="message-picture">
            <img src={one.url} alt={one.alt || 'Photo'} width={one.width} height={one.height} loading="lazy" decoding="async" />
          </a>
        ) : one.kind === 'video' ? (
          <Video key={one.id} media={one} />
        ) : (
          <Audio key={one.id} media={one} />
        ),
      )}
      {line.text && (
        <p className="message-text" dir="auto">
          <LinkedText text={line.text} />
        </p>
      )}
      <span className="message-when num">
        {line.editedAt && 'Edited · '}
        <Time iso={line.createdAt} as="clock" />
      </span>
    </div>
  )
}

const Reactions = ({ line }: { line: Line }) =>
  line.reactions.length === 0 ? null : (
    <p className="message-reactions">
      {line.reactions.map(({ emoji, count, mine }) => (
        <span key={emoji} className="message-reaction num" data-mine={mine}>
          {emoji}
          {count > 1 && ` ${count}`}
        </span>
      ))}
    </p>
  )
