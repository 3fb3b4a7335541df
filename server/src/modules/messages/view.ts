import type { MessageView } from '@corefans/shared/contracts/messages.ts'
import type { Person } from '@corefans/shared/contracts/profiles.ts'
import type { Read } from '../../kernel/ctx.ts'
import { groupBy } from '../../kernel/group-by.ts'
import type { Host } from '../../kernel/host.ts'
import { type MediaRow, mediaOf, shownOf } from '../media/index.ts'
import { namesOf } from '../profiles/index.ts'
import { teamNames } from '../teams/index.ts'
import { mayEdit } from './rules.ts'
import { findMessages } from './store/messages.ts'
import { type ReactionRow, reactionsOf } from './store/reactions.ts'
import type { MessageRow } from './types.ts'

/** What showing messages needs of the host. */
export type Showing = Pick<Host, 'bus'>
type Around = {
  read: Read
  names: ReadonlyMap<string, Person>
  media: ReadonlyMap<string, readonly MediaRow[]>
  reactions: ReadonlyMap<string, readonly ReactionRow[]>
  answered: ReadonlyMap<string, MessageRow>
  teams: ReadonlyMap<string, string>
}

/** Lines as the actor sees them, in their order. Whoever calls has asked whether the thread is open. */
export async function viewMessages(read: Read, on: Showing, rows: readonly MessageRow[]): Promise<MessageView[]> {
  const standing = rows.filter(({ deletedAt }) => deletedAt === null)
  const ids = standing.map(({ id }) => id)
  const answered = await findMessages(
    read,
    standing.flatMap(({ replyTo }) => replyTo ?? []),
  )
  const withMedia = standing.filter(({ media }) => media > 0).map(({ id }) => id)
  const byTeams = [...new Set(rows.filter(({ byKind }) => byKind === 'team').map(({ authorId }) => authorId))]
  const [names, media, reactions, teams] = await Promise.all([
    namesOf(
      on,
      read,
      [...rows, ...answered].map(({ authorId }) => authorId),
    ),
    mediaOf(read, withMedia),
    reactionsOf(read, ids),
    byTeams.length > 0 ? teamNames(read, byTeams) : [],
  ])
  const around = {
    ...{ read, names, media },
    reactions: groupBy(reactions, ({ messageId }) => messageId),
    answered: new Map(answered.map((row) => [row.id, row])),
    teams: new Map(teams.map(({ accountId, name }) => [accountId, name])),
  }
  return rows.map((row) => present(around, row))
}

/** A name that nobody knows any more; accounts take their lines along, so this is for the moment between. */
const nobody: Person = { id: '00000000-0000-0000-0000-000000000000', handle: '', name: '', ai: false, portraitUrl: null }

function present(around: Around, row: MessageRow): MessageView {
  const isAuthor = row.authorId === around.read.actor
  const outline = {
    id: row.id,
    threadId: row.threadId,
    seq: row.seq,
    author: around.names.get(row.authorId) ?? nobody,
    by: byOf(around, row),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    locked: false,
  }
  if (row.deletedAt) return { ...outline, ...stub, deleted: true, viewer: { isAuthor, mayEdit: false } }
  return {
    ...outline,
    text: row.text,
    media: (around.media.get(row.id) ?? []).map((one) => ({ kind: one.kind, id: one.id, alt: one.alt, ...shownOf(around.read, one) })),
    replyTo: replyOf(around, row),
    reactions: (around.reactions.get(row.id) ?? []).map(({ emoji, accountIds }) => ({
      emoji,
      count: accountIds.length,
      mine: accountIds.includes(around.read.actor ?? ''),
    })),
    deleted: false,
    viewer: { isAuthor, mayEdit: isTyping(around.read, row) && mayEdit(row.createdAt, row.now) },
  }
}

function byOf({ teams }: Around, { byKind, byRole, authorId, signature }: MessageRow): MessageView['by'] {
  const team = byKind === 'team' ? teams.get(authorId) : undefined
  return { kind: byKind, ...(byRole ? { role: byRole } : {}), ...(team ? { team } : {}), signature: signature.toString('base64url') }
}

/** Whether the caller is the person who wrote it: a line of a team is changed by whoever wrote it, so that its label stays true. */
export const isTyping = ({ actor, caller }: Read, row: MessageRow): boolean =>
  row.authorId === actor && row.byPerson === (caller.member ?? actor)

const stub = { text: '', media: [], replyTo: null, reactions: [] }

function replyOf({ names, answered }: Around, { replyTo }: MessageRow): MessageView['replyTo'] {
  const row = answered.get(replyTo ?? '')
  const author = row && names.get(row.authorId)
  if (!row || !author) return null
  return { id: row.id, author, excerpt: row.deletedAt ? '' : excerptOf(row.text) }
}

const excerptOf = (text: string): string => (text.length > 120 ? `${text.slice(0, 119).toWellFormed()}…` : text)
