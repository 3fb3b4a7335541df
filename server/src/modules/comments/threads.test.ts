import type { ThreadRule } from '@corefans/shared/contracts/comments.ts'
import { expect, test } from 'vitest'
import { tipTo } from '../../testing/payments.ts'
import type { Person } from '../../testing/person.ts'
import { aTier, aWallet, buy, give } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()
const write = 'POST /api/posts/:postId/comments'
const gated = { anyOf: [[{ kind: 'pass' as const }]] }

async function aStage() {
  const [author, holder, stranger] = await Promise.all([world().person(), world().person(), world().person()])
  const [seller, buyer] = [await aWallet(world(), author), await aWallet(world(), holder)]
  const tier = await aTier(world(), seller)
  const passId = await buy(world(), buyer, tier)
  await author.must('PUT /api/me/tiers/:tierId', { tierId: 1, name: 'Inner circle', perks: [] })
  const { id: postId } = await author.must('POST /api/posts', { text: 'open' })
  return { author, holder, stranger, seller, buyer, tier, passId, postId }
}
const refusalOf = async (who: Person, postId: string) => {
  const { status, body } = await who.call(write, { postId, text: 'hello' })
  return status === 201 ? 'open' : `${status} ${body.type?.split('/').at(-1)}`
}

test('INT-02 the comments of a locked post are as closed as the post: list, one, write, like, thread and topic', async () => {
  const { author, holder, stranger } = await aStage()
  const { id: postId } = await author.must('POST /api/posts', { text: 'for holders', audience: gated })
  const { id: commentId } = await holder.must(write, { postId, text: 'a word among holders' })
  for (const who of [stranger, world().visitor]) {
    const answers = [
      await who.call('GET /api/posts/:postId/comments', { postId }),
      await who.call('GET /api/posts/:postId/comments', { postId, parentId: commentId }),
      await who.call('GET /api/comments/:commentId', { commentId }),
      await who.call('GET /api/posts/:postId/thread', { postId }),
      ...(who === stranger
        ? [
            await who.call(write, { postId, text: 'let me in' }),
            await who.call('PUT /api/comments/:commentId/like', { commentId }),
            await who.call('PATCH /api/comments/:commentId', { commentId, text: 'x' }),
            await who.call('DELETE /api/comments/:commentId', { commentId }),
          ]
        : []),
    ]
    expect(answers.map(({ status, body }) => [status, body.type])).toEqual(answers.map(() => [403, '/problems/access/locked']))
    expect(JSON.stringify(answers)).not.toContain('among holders')
  }
  expect((await world().visitor.must('GET /api/posts/:postId', { postId })).counts.comments).toBe(1)
  const [outside, inside] = [await stranger.socket(), await holder.socket()]
  expect(await outside.join(`comments:${postId}`)).toMatchObject({ type: 'denied', reason: 'not-allowed' })
  await outside.join(`post:${postId}`)
  await inside.join(`comments:${postId}`)
  await holder.must(write, { postId, text: 'again' })
  await author.must('PUT /api/comments/:commentId/like', { commentId })
  await inside.heard((frame) => frame.type === 'event' && frame.event.type === 'subject.liked')
  await outside.heard((frame) => frame.type === 'event' && frame.event.type === 'comments.added')
  const heard = outside.frames.flatMap((frame) => (frame.type === 'event' ? [frame.event] : []))
  expect(heard).toEqual([{ type: 'comments.added', subjectId: postId, comments: 2, inThread: null }])
  for (const socket of [outside, inside]) socket.close()
})

test('INT-02 the rule of a thread is its author’s choice: everyone, followers, holders, tippers', async () => {
  const { author, holder, stranger, postId } = await aStage()
  const fan = await world().person()
  await fan.must('PUT /api/profiles/:handle/follow', { handle: author.handle })
  const rule = (now: ThreadRule) => author.must('PATCH /api/posts/:postId/thread', { postId, rule: now })
  const all = async () => [
    await refusalOf(author, postId),
    await refusalOf(fan, postId),
    await refusalOf(holder, postId),
    await refusalOf(stranger, postId),
  ]
  expect(await all()).toEqual(['open', 'open', 'open', 'open'])
  await rule('followers')
  expect(await all()).toEqual(['open', 'open', '403 followers-only', '403 followers-only'])
  await rule('holders')
  expect(await all()).toEqual(['open', '403 holders-only', 'open', '403 holders-only'])
  expect((await stranger.must('GET /api/posts/:postId/thread', { postId })).viewer).toEqual({
    isOwner: false,
    mayWrite: false,
    whyNot: 'holders',
  })
  await rule('tippers')
  expect(await all()).toEqual(['open', '403 tippers-only', '403 tippers-only', '403 tippers-only'])
  await tipTo(
    world(),
    { person: stranger, wallet: await aWallet(world(), stranger) },
    { handle: author.handle },
    { currency: 'core', amount: '1000' },
  )
  expect(await all()).toEqual(['open', '403 tippers-only', '403 tippers-only', 'open'])
  expect((await fan.call('PATCH /api/posts/:postId/thread', { postId, rule: 'everyone' })).body.type).toBe(
    '/problems/comments/not-your-thread',
  )
})

test('INT-02 a locked thread is read and not written, except by its author', async () => {
  const { author, stranger, postId } = await aStage()
  const { id: commentId } = await stranger.must(write, { postId, text: 'before' })
  await author.must('PATCH /api/posts/:postId/thread', { postId, locked: true })
  expect(await refusalOf(stranger, postId)).toBe('403 thread-locked')
  expect((await stranger.call('PATCH /api/comments/:commentId', { commentId, text: 'after' })).body.type).toBe(
    '/problems/comments/thread-locked',
  )
  expect(await refusalOf(author, postId)).toBe('open')
  expect((await stranger.must('GET /api/posts/:postId/comments', { postId })).items).toHaveLength(2)
  expect((await world().visitor.must('GET /api/posts/:postId/thread', { postId })).viewer.whyNot).toBe('signed-out')
  await author.must('PATCH /api/posts/:postId/thread', { postId, locked: false })
  expect(await refusalOf(stranger, postId)).toBe('open')
})

test('INT-02 one comment is pinned, of this post and no reply; it leaves the pin when it is deleted', async () => {
  const { author, stranger, postId } = await aStage()
  const { id: elsewhere } = await author.must('POST /api/posts', { text: 'another' })
  const [first, second] = [await stranger.must(write, { postId, text: 'one' }), await stranger.must(write, { postId, text: 'two' })]
  const reply = await stranger.must(write, { postId, text: 'reply', parentId: first.id })
  const other = await stranger.must(write, { postId: elsewhere, text: 'elsewhere' })
  const pin = (pinnedId: string | null) => author.call('PATCH /api/posts/:postId/thread', { postId, pinnedId })
  for (const id of [reply.id, other.id, crypto.randomUUID()]) expect((await pin(id)).body.type).toBe('/problems/comments/unknown-pin')
  for (const id of [first.id, second.id]) expect((await pin(id)).body.pinned?.id).toBe(id)
  await stranger.must('DELETE /api/comments/:commentId', { commentId: second.id })
  expect((await author.must('GET /api/posts/:postId/thread', { postId })).pinned).toBeNull()
  await pin(first.id)
  expect((await pin(null)).body.pinned).toBeNull()
})

test('INT-02 a team writes for its account, and moderates its threads, as far as each role goes', async () => {
  const { author, stranger, postId } = await aStage()
  await joinTeam(author, stranger, 'moderator')
  const as = { 'x-acting-as': author.id }
  expect((await stranger.call('PATCH /api/posts/:postId/thread', { postId, locked: true }, as)).status).toBe(200)
  expect((await stranger.call(write, { postId, text: 'for the house' }, as)).status).toBe(403)
  const writer = await world().person()
  await joinTeam(author, writer, 'writer')
  const written = await writer.call(write, { postId, text: 'for the house' }, as)
  expect([written.status, written.body.author?.id, written.body.byPublisher]).toEqual([201, author.id, true])
})

test('ENG-01 a holder’s badge stands by their words and leaves them with the pass, old and new, and open pages hear of it', async () => {
  const { author, holder, stranger, seller, buyer, tier, passId, postId } = await aStage()
  const first = await holder.must(write, { postId, text: 'I hold one' })
  expect(first.badge).toEqual({ tierName: 'Inner circle', months: 0 })
  expect((await stranger.must(write, { postId, text: 'I do not' })).badge).toBeUndefined()
  await world().db.sql(`update pass_tokens set owned_since = owned_since - interval '95 days' where token_id = $1`, [passId.toString()])
  const badge = async () => (await world().visitor.must('GET /api/comments/:commentId', { commentId: first.id })).badge
  expect(await badge()).toEqual({ tierName: 'Inner circle', months: 3 })
  await holder.must('PATCH /api/me/profile', { hidesHoldings: true })
  expect(await badge()).toBeUndefined()
  await holder.must('PATCH /api/me/profile', { hidesHoldings: false })
  const page = await world().visitor.socket()
  await page.join(`comments:${postId}`)
  await give(world(), buyer, seller, { pass: tier.pass, id: passId })
  await page.heard((frame) => frame.type === 'event' && frame.event.type === 'badges.changed')
  expect(await badge()).toBeUndefined()
  expect((await holder.must(write, { postId, text: 'and now?' })).badge).toBeUndefined()
  expect(JSON.stringify(page.frames)).not.toContain(holder.id)
  expect((await author.must(write, { postId, text: 'my own house' })).badge).toBeUndefined()
  page.close()
})

async function joinTeam(holder: Person, member: Person, role: 'moderator' | 'writer'): Promise<void> {
  const [known] = (await holder.must('GET /api/me/teams', {})).items
  const team = known ?? (await holder.must('POST /api/teams', {}))
  await holder.must('POST /api/teams/:teamId/invitations', { teamId: team.id, handle: member.handle, role })
  const [invitation] = (await member.must('GET /api/me/invitations', {})).items
  await member.must('POST /api/me/invitations/:invitationId', { invitationId: invitation?.id as string, accept: true })
}
