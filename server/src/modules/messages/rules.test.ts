import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderFor, hasTooManyLinks, inboxStep, mayWrite, movesOf } from './rules.ts'

const between = { isBlocked: false, hasAnswered: false, isKnown: false, whoMayWrite: 'everyone' as const }

test('ACC-06 who may write: everyone, known people, nobody; whoever was answered may go on, and a block ends it', () => {
  const may = (rest: object) => mayWrite({ ...between, ...rest })
  expect([
    may({}),
    may({ whoMayWrite: 'known' }),
    may({ whoMayWrite: 'known', isKnown: true }),
    may({ whoMayWrite: 'nobody', isKnown: true }),
  ]).toEqual([true, false, true, false])
  expect([may({ whoMayWrite: 'nobody', hasAnswered: true }), may({ hasAnswered: true, isKnown: true, isBlocked: true })]).toEqual([
    true,
    false,
  ])
  expect([folderFor(between), folderFor({ ...between, isKnown: true })]).toEqual(['requests', 'inbox'])
})

test('MSG-01 twenty links are a message, twenty-one are too many', () => {
  expect([20, 21].map((n) => hasTooManyLinks('see https://a.test '.repeat(n)))).toEqual([false, true])
})

test('C3 a badge moves by what was added, and by writing a request joins with all that waited in it', () => {
  const member = fc.record({ folder: fc.constantFrom('inbox' as const, 'requests' as const), unread: fc.nat(50) })
  fc.assert(
    fc.property(fc.array(member, { minLength: 2, maxLength: 5 }), fc.array(fc.nat(4), { maxLength: 20 }), (before, authors) => {
      const members = before.map((one, i) => ({ ...one, threadId: 't', accountId: String(i), readSeq: 0, hasWritten: false }))
      const lines = authors.map((nth) => ({ threadId: 't', authorId: String(nth % members.length), members }))
      const moves = movesOf(lines)
      for (const { accountId, folder, unread } of members) {
        const move = moves.find((one) => one.accountId === accountId)
        const written = lines.filter(({ authorId }) => authorId === accountId).length
        const after = { isInbox: folder === 'inbox' || written > 0, unread: unread + lines.length - written }
        const counted = folder === 'inbox' ? unread : 0
        expect(counted + (move ? inboxStep(move) : 0)).toBe(after.isInbox ? after.unread : 0)
      }
    }),
  )
})
