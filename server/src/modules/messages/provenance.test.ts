import { createPublicKey, verify } from 'node:crypto'
import type { ExportedLine } from '@corefans/shared/contracts/messages.ts'
import { signedWords } from '@corefans/shared/values/provenance.ts'
import { expect, test } from 'vitest'
import { aPicture } from '../../testing/image.ts'
import type { Person } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()
const send = 'POST /api/messages/threads/:threadId/messages'

async function aChatter(creator: Person): Promise<Person> {
  const chatter = await world().person()
  const { id: teamId } = await creator.must('POST /api/teams', {})
  await creator.must('POST /api/teams/:teamId/invitations', { teamId, handle: chatter.handle, role: 'chatter' })
  const [invitation] = (await chatter.must('GET /api/me/invitations')).items
  await chatter.must('POST /api/me/invitations/:invitationId', { invitationId: invitation?.id as string, accept: true })
  return chatter
}

/** As whoever has only the export and the published key verifies it. */
function isTrue({ by, ...line }: ExportedLine, publicKey: string): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
  const { signature, ...label } = by
  return verify(null, Buffer.from(signedWords({ ...line, by: label })), key, Buffer.from(signature, 'base64url'))
}

test('M08 a line says who wrote it: the person, or a role of the team; the export verifies, and fails after one changed letter', async () => {
  const [creator, fan] = [await world().person(), await world().person()]
  const chatter = await aChatter(creator)
  const as = { 'x-acting-as': creator.id }
  const { id: threadId } = await fan.must('POST /api/messages/threads', { handles: [creator.handle] })
  await fan.must(send, { threadId, text: 'Is it really you?' })
  const typed = await chatter.call(send, { threadId, text: 'It is my team' }, as)
  expect([typed.status, typed.body.author.handle, typed.body.by.kind, typed.body.by.role]).toEqual([201, creator.handle, 'team', 'chatter'])
  await creator.must(send, { threadId, text: 'And now it is me' })
  const { body: image } = await creator.upload(await aPicture(3))
  await creator.must(send, { threadId, text: 'A picture', mediaIds: [image.id] })
  const first = (await fan.must('GET /api/messages/threads/:threadId/messages', { threadId })).items.at(-1)
  await fan.must('PATCH /api/messages/:messageId', { messageId: first?.id as string, text: 'Is it truly you?' })

  const { items, key, nextCursor } = await fan.must('GET /api/messages/threads/:threadId/export', { threadId })
  expect(key).toEqual(await world().visitor.must('GET /api/messages/key'))
  expect([items.map(({ by }) => by.kind), nextCursor]).toEqual([['self', 'team', 'self', 'self'], null])
  expect(items.map((line) => isTrue(line, key.publicKey))).toEqual([true, true, true, true])
  const [, line] = items as [ExportedLine, ExportedLine]
  const forged: ExportedLine[] = [
    { ...line, text: line.text.replace('team', 'tean') },
    { ...line, by: { ...line.by, kind: 'self' } },
    { ...line, by: { ...line.by, role: 'owner' } },
    { ...line, author: fan.id },
    { ...line, createdAt: new Date(Date.parse(line.createdAt) + 1).toISOString() },
    { ...line, media: [image.id] },
  ]
  expect(forged.map((one) => isTrue(one, key.publicKey))).toEqual(forged.map(() => false))
})

test('M08 nobody sets or changes a label: not a caller, not another member, not a statement in the database', async () => {
  const [creator, fan] = [await world().person(), await world().person()]
  const chatter = await aChatter(creator)
  const as = { 'x-acting-as': creator.id }
  const { id: threadId } = await fan.must('POST /api/messages/threads', { handles: [creator.handle] })
  const claim = await chatter.call(send, { threadId, text: 'me', by: { kind: 'self' } } as never, as)
  expect(claim.status).toBe(422)
  const { body: line } = await chatter.call(send, { threadId, text: 'typed by a chatter' }, as)
  // The creator may delete what their team wrote and not put words under its label.
  expect((await creator.call('PATCH /api/messages/:messageId', { messageId: line.id, text: 'my words' })).body.type).toBe(
    '/problems/messages/not-yours',
  )
  expect((await chatter.call('PATCH /api/messages/:messageId', { messageId: line.id, text: 'typed again' }, as)).body.by.kind).toBe('team')
  const { db } = world()
  for (const change of [
    `by_kind = 'self', by_role = null`,
    `by_role = 'owner'`,
    `author_id = '${fan.id}'`,
    `seq = 99`,
    `text = 'other'`,
    `created_at = now()`,
  ])
    await expect(db.sql(`update messages set ${change} where id = $1`, [line.id])).rejects.toThrow(/cannot be changed|new signature/)
  const outsider = await world().person()
  expect((await outsider.call(send, { threadId, text: 'hi' }, as)).status).toBe(403)
  const [writer] = await db.sql<{ n: number }>(`select count(*)::int as n from message_versions where message_id = $1`, [line.id])
  expect(writer?.n).toBe(1)
})

test('M08 whoever chats for a creator hears the conversation live; a member who may not chat does not', async () => {
  const [creator, fan] = [await world().person(), await world().person()]
  const chatter = await aChatter(creator)
  const { id: threadId } = await fan.must('POST /api/messages/threads', { handles: [creator.handle] })
  const socket = await chatter.socket()
  expect((await socket.join(`thread:${threadId}`)).type).toBe('subscribed')
  await fan.must(send, { threadId, text: 'live?' })
  await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'messages.sent')
  const [team] = (await creator.must('GET /api/me/teams')).items
  await creator.must('PUT /api/teams/:teamId/members/:handle', { teamId: team?.id as string, handle: chatter.handle, role: 'moderator' })
  const later = await chatter.socket()
  expect((await later.join(`thread:${threadId}`)).type).toBe('denied')
})
