import { describe, expect, test } from 'vitest'
import type { Person } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()
const aPoll = async (author: Person, poll: object = {}) => {
  const post = await author.must('POST /api/posts', { text: 'Which one?', poll: { options: ['A', 'B', 'C'], ...poll } })
  if (!post.poll) throw new Error('no poll')
  return { post, poll: post.poll }
}
const tallies = async (pollId: string) => {
  const rows = await world().db.sql<{ stored: number; recounted: number }>(
    `select t.votes as stored, (select count(*)::int from poll_votes v where v.poll_id = t.poll_id and v.option_id = t.option_id) as recounted from poll_tallies t where t.poll_id = $1 order by t.option_id`,
    [pollId],
  )
  return rows
}

describe('polls', () => {
  test('POL-01 a poll has 2 to 6 options, one or several choices, an end, and may be for holders', async () => {
    const maya = await world().person()
    const fan = await world().person()
    for (const options of [['only one'], ['1', '2', '3', '4', '5', '6', '7']])
      expect((await maya.call('POST /api/posts', { text: 'x', poll: { options } })).status).toBe(422)
    const several = await aPoll(maya, { multiple: true })
    expect(
      (await fan.must('POST /api/polls/:pollId/votes', { pollId: several.poll.id, optionIds: [1, 3] })).options.map((o) => o.votes),
    ).toEqual([1, 0, 1])
    const single = await aPoll(maya)
    expect((await fan.call('POST /api/polls/:pollId/votes', { pollId: single.poll.id, optionIds: [1, 2] })).body.type).toBe(
      '/problems/polls/one-choice',
    )
    expect((await fan.call('POST /api/polls/:pollId/votes', { pollId: single.poll.id, optionIds: [4] })).body.type).toBe(
      '/problems/polls/unknown-option',
    )
    const holders = await aPoll(maya, { holdersOnly: true })
    const refused = await fan.call('POST /api/polls/:pollId/votes', { pollId: holders.poll.id, optionIds: [1] })
    expect([refused.status, refused.body.type]).toEqual([403, '/problems/polls/holders-only'])
    expect((await maya.call('POST /api/polls/:pollId/votes', { pollId: holders.poll.id, optionIds: [1] })).status).toBe(200)
  })

  test('POL-02 percentages are whole and sum to 100: 1/1/1 is 34/33/33', async () => {
    const maya = await world().person()
    const { poll } = await aPoll(maya)
    for (const option of [1, 2, 3])
      await (await world().person()).must('POST /api/polls/:pollId/votes', { pollId: poll.id, optionIds: [option] })
    expect((await world().visitor.must('GET /api/polls/:pollId', { pollId: poll.id })).options.map((o) => o.percent)).toEqual([34, 33, 33])
  })

  test('POL-03 whoever may open the post hears each new tally; a stranger to a locked post is denied', async () => {
    const maya = await world().person()
    const fan = await world().person()
    const { poll } = await aPoll(maya)
    const socket = await world().visitor.socket()
    await socket.join(`poll:${poll.id}`)
    await fan.must('POST /api/polls/:pollId/votes', { pollId: poll.id, optionIds: [2] })
    const heard = await socket.heard((frame) => frame.type === 'event' && frame.event.type === 'poll.tallied')
    expect(heard).toMatchObject({
      event: {
        pollId: poll.id,
        totalVotes: 1,
        options: [
          { id: 1, votes: 0 },
          { id: 2, votes: 1, percent: 100 },
          { id: 3, votes: 0 },
        ],
      },
    })
    const locked = await maya.must('POST /api/posts', { text: 'secret', audience: 'followers', poll: { options: ['A', 'B'] } })
    expect(await socket.join(`poll:${locked.poll?.id}`)).toMatchObject({ type: 'denied', reason: 'sign-in' })
    expect((await fan.call('POST /api/polls/:pollId/votes', { pollId: locked.poll?.id as string, optionIds: [1] })).status).toBe(403)
    expect((await fan.call('GET /api/polls/:pollId', { pollId: locked.poll?.id as string })).status).toBe(403)
    socket.close()
  })

  test('POL-04 200 voters with 3 clicks each at once are 200 votes, and the tallies equal a recount', async () => {
    const { poll } = await aPoll(await world().person())
    const voters = await Promise.all(Array.from({ length: 200 }, () => world().person()))
    const answers = await Promise.all(
      voters.flatMap((voter) =>
        [1, 2, 3].map((option) => voter.call('POST /api/polls/:pollId/votes', { pollId: poll.id, optionIds: [option] })),
      ),
    )
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
    const rows = await tallies(poll.id)
    expect(rows.map((row) => row.stored)).toEqual(rows.map((row) => row.recounted))
    const view = await world().visitor.must('GET /api/polls/:pollId', { pollId: poll.id })
    expect([view.totalVotes, view.options.reduce((sum, option) => sum + option.percent, 0)]).toEqual([200, 100])
    const [distinct] = await world().db.sql<{ n: number }>(`select count(distinct voter_id)::int as n from poll_votes where poll_id = $1`, [
      poll.id,
    ])
    expect(distinct?.n).toBe(200)
  })

  test('POL-05 changing, withdrawing and repeating a vote keeps normalized rows and tallies equal', async () => {
    const { poll } = await aPoll(await world().person(), { multiple: true })
    const fan = await world().person()
    for (const optionIds of [[1, 2], [2, 3], [2, 3], [], [1, 2, 3]]) {
      const view = await fan.must('POST /api/polls/:pollId/votes', { pollId: poll.id, optionIds })
      expect(view.viewer.optionIds).toEqual(optionIds)
      const rows = await tallies(poll.id)
      expect(rows.map((row) => row.stored)).toEqual([1, 2, 3].map((id) => (optionIds.includes(id) ? 1 : 0)))
      expect(rows.map((row) => row.recounted)).toEqual(rows.map((row) => row.stored))
    }
    const plan = await world().db.sql<{ 'QUERY PLAN': string }>(
      `explain select * from poll_votes where poll_id = '${poll.id}' and voter_id = '${fan.id}'`,
    )
    expect(plan.map((line) => line['QUERY PLAN']).join(' ')).toContain('poll_votes_pkey')
  })

  test('the same Idempotency-Key votes once and answers the same', async () => {
    const { poll } = await aPoll(await world().person())
    const fan = await world().person()
    const send = () => fan.call('POST /api/polls/:pollId/votes', { pollId: poll.id, optionIds: [1] }, { 'idempotency-key': 'k1' })
    const answers = await Promise.all(Array.from({ length: 20 }, send))
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
    expect((await fan.call('POST /api/polls/:pollId/votes', { pollId: poll.id, optionIds: [2] }, { 'idempotency-key': 'k1' })).status).toBe(
      409,
    )
  })
})
