import { hidesSomething, isBlank, sameText } from '@corefans/shared/values/text.ts'
import { describe, expect, test } from 'vitest'
import { useWorld } from './testing/world.ts'

const world = useWorld({ listen: false })
const unseen = ['\u200b', '\u3164', '\u2800', '\u00ad', '\u2060', '\u115f', '\uffa0', '\u180e', '\u200d', '\ufe0f', '\u034f', '\u{e0041}']
const turning = ['\u202e', '\u202d', '\u2066', '\u2067', '\u2068', '\u2069', '\u200e', '\u200f', '\u061c', '\u202a']

describe('C6 texts that do not show what they are', () => {
  test('C6 names, tier words, greetings and locations with unseen or turning characters are refused; nothing of them is kept', async () => {
    const person = await world().person()
    for (const odd of [...unseen, ...turning])
      for (const text of [odd, `ma${odd}ya`, `${odd}maya`, `maya${odd}`]) {
        for (const input of [{ name: text }, { location: text }]) {
          const { status, body } = await person.call('PATCH /api/me/profile', input)
          expect([JSON.stringify(input), status, body.type]).toEqual([JSON.stringify(input), 422, '/problems/http/invalid-input'])
        }
      }
    expect((await person.must('GET /api/me', {})).name).toBe(person.handle)
    const up = await world().visitor.call('POST /api/accounts', {
      ...{ handle: 'ayam', name: '\u202eayam', email: 'a@example.org', password: 'a long password' },
    })
    expect(up.status).toBe(422)
  })

  test('C6 emoji sequences and the joiners that scripts need stay', async () => {
    const person = await world().person()
    const names = ['👩‍👩‍👧‍👦 Ana', '❤️', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👩🏽‍🚀', 'می‌خواهم', 'क्‍ष', '辻󠄀', '🏳️‍🌈']
    for (const name of names) expect((await person.must('PATCH /api/me/profile', { name })).name).toBe(name)
    expect((await person.must('PATCH /api/me/profile', { name: ' Jose\u0301 ' })).name).toBe('Jos\u00e9')
  })

  test('C6 a post and a biography of nothing to see are empty; a text with a joiner among words is as it was', async () => {
    const person = await world().person()
    for (const text of [...unseen, ...turning, ' \u200b\n\u3164 ', '\u2800\u2800']) {
      const { status, body } = await person.call('POST /api/posts', { text })
      expect([JSON.stringify(text), status, body.type]).toEqual([JSON.stringify(text), 422, '/problems/posts/empty'])
    }
    expect((await person.must('POST /api/posts', { text: 'soft\u00adhyphen' })).text).toBe('soft\u00adhyphen')
    expect((await person.must('PATCH /api/me/profile', { bio: '\u3164' })).bio).toBe('')
  })

  test('C6 poll options that are blank, turned or the same to a reader are refused', async () => {
    const person = await world().person()
    const pairs = [
      ['A', '\u3164'],
      ['A', 'a'],
      ['e\u0301', '\u00e9'],
      ['yes', ' YES '],
      ['no', '\u202eno'],
      ['Straße', 'STRASSE'],
      ['σ', 'ς'],
    ]
    for (const options of pairs) {
      const { status, body } = await person.call('POST /api/posts', { text: 'which?', poll: { options } })
      expect([options, status, body.type]).toEqual([options, 422, '/problems/http/invalid-input'])
    }
    expect((await person.call('POST /api/posts', { text: 'which?', poll: { options: ['A', 'B'] } })).status).toBe(201)
  })

  test('C6 what hides and what is blank', () => {
    expect([...unseen].every(hidesSomething)).toBe(true)
    expect(['', ' \n', '\u200b', '\u2800'].every(isBlank)).toBe(true)
    expect(['a', '❤️', '.'].some(isBlank)).toBe(false)
    expect(sameText('E\u0301')).toBe(sameText('\u00e9'))
  })
})
