import { describe, expect, test } from 'vitest'
import { forgedCursors } from './testing/edges.ts'
import { type Operation, operationsOf } from './testing/fuzz-cases.ts'
import { useWorld } from './testing/world.ts'

const world = useWorld({ listen: false })

const listsOf = async (): Promise<Operation[]> =>
  operationsOf(JSON.parse((await world().visitor.get('/api/openapi.json')).body)).filter(({ parameters }) =>
    parameters.some(({ name }) => name === 'cursor'),
  )

/** An address of the list with what it must be told, and one more word in its query. */
const addressOf = ({ path, parameters }: Operation, named: Record<string, string>, more: string): string => {
  const must: Record<string, string> = { month: '2026-11', side: parameters.some(({ name }) => name === 'side') ? sideOf(path) : '' }
  const query = parameters
    .filter(({ name, required, in: where }) => required && where === 'query')
    .map(({ name }) => `${name}=${must[name]}`)
  return `${path.replace(/\{(\w+)\}/g, (_all, name: string) => named[name] ?? '')}?${[...query, more].join('&')}`
}
const sideOf = (path: string) => (path.includes('tips') ? 'received' : 'made')

describe('C5 at the edge of a column', () => {
  test('C5 a well-formed cursor at or past the bounds of its columns is followed or refused by every list', async () => {
    const actor = await world().person()
    const lists = await listsOf()
    const { id: postId } = await actor.must('POST /api/posts', { text: 'with comments' })
    const other = await world().person()
    const { id: threadId } = await actor.must('POST /api/messages/threads', { handles: [other.handle] })
    const { id: streamId } = await actor.must('POST /api/streams', { title: 'with a chat' })
    const named = { handle: actor.handle, postId, threadId, streamId }
    expect(lists.length).toBeGreaterThanOrEqual(14)
    const faults: string[] = []
    for (const list of lists)
      for (const inside of forgedCursors) {
        const url = addressOf(list, named, `cursor=${Buffer.from(inside).toString('base64url')}`)
        const { status, body } = await actor.get(url)
        if (status !== 200 && !(status === 422 && body.includes('/problems/http/bad-cursor')))
          faults.push(`${status} ${list.path} ${inside}`)
      }
    expect(faults).toEqual([])
  })

  test('C5 candles before year 1 or after every calendar are refused, and an odd instant that exists is not', async () => {
    const { handle, get } = await world().person()
    const before = async (at: string) => (await get(`/api/tokens/${handle}/candles?before=${at}`)).status
    const past = [
      '0000-01-01T00:00:00Z',
      '0000-12-31T23:59:59.999Z',
      '2026-02-30T00:00:00Z',
      '2025-02-29T00:00:00Z',
      '0001-01-01T00:00:00Z',
    ]
    expect(await Promise.all(past.map(before))).toEqual(past.map(() => 422))
    expect(await before('2024-02-29T23:59:59.999Z')).toBe(200)
  })

  test('C5 a token or a nonce above uint256 is refused as input wherever one is named', async () => {
    const person = await world().person()
    const above = [(2n ** 256n).toString(), '9'.repeat(78)]
    const collection = `0x${'1'.repeat(40)}`
    const words = {
      ...{ maker: collection, nft: collection, price: '1', minExpiry: 0, deadline: 1, counter: '0', nonce: '0' },
      ...{ signature: `0x${'1'.repeat(130)}`, token: null },
    }
    for (const number of above) {
      expect((await person.get(`/api/market/passes/${collection}/${number}`)).status).toBe(422)
      expect((await person.get(`/api/market/activity?collection=${collection}&tokenId=${number}`)).status).toBe(422)
      expect((await person.get(`/api/market/listings?priceMin=${number}`)).status).toBe(422)
      for (const odd of [{ tokenId: number }, { tokenId: '0', nonce: number }, { tokenId: '0', counter: number }]) {
        const { status, body } = await person.call('POST /api/market/listings', { ...words, moves: 0, ...odd } as never)
        expect([status, body.type]).toEqual([422, '/problems/http/invalid-input'])
      }
      const offer = await person.call('POST /api/market/offers', { ...words, scope: 0, id: number } as never)
      expect(offer.body.type).toBe('/problems/http/invalid-input')
      const note = await person.call('PUT /api/me/passes/:collection/:tokenId/note', { collection, tokenId: number, note: 'x' } as never)
      expect(note.body.type).toBe('/problems/http/invalid-input')
    }
  })

  test('C5 six people who take one handle at once by editing: one has it, five are told so, in every round', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => world().person()))
    for (let round = 0; round < 8; round++) {
      const handle = `wanted${round}`
      const answers = await Promise.all(people.map(({ call }) => call('PATCH /api/me/profile', { handle })))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
      for (const { status, body } of answers) if (status !== 200) expect(body.type).toBe('/problems/profiles/handle-taken')
    }
  })

  test('C5 six sign-ups with one handle, and six with one email: one 201 and five 409 each', async () => {
    const sign = (handle: string, email: string) =>
      world().visitor.call('POST /api/accounts', { handle, name: 'N', email, password: 'a long password' })
    const six = [0, 1, 2, 3, 4, 5]
    const byHandle = await Promise.all(six.map((n) => sign('sameone', `s${n}@example.org`)))
    expect(byHandle.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409])
    const byEmail = await Promise.all(six.map((n) => sign(`other${n}`, 'same@example.org')))
    expect(byEmail.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409])
  })
})
