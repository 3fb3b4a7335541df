import { expect, test } from 'vitest'
import { column, cursorBy, placeOf } from './cursor.ts'
import { Problem } from './errors.ts'

const forged = (inside: string): string => Buffer.from(inside).toString('base64url')

test('C5 a cursor is read as it was written, and cut where the page ends', () => {
  const cursor = cursorBy({ amount: column.uint256, holder: column.address })
  const rows = [1n, 2n ** 256n - 1n, 3n].map((amount) => ({ amount: amount.toString(), holder: `0x${'a'.repeat(40)}` }))
  const page = cursor.cut(rows, 2, (row) => row)
  expect(page.rows).toHaveLength(2)
  expect(cursor.read(page.nextCursor ?? undefined)).toEqual(rows[1])
  expect(cursor.cut(rows, 3, (row) => row).nextCursor).toBeNull()
  expect(cursor.read(undefined)).toBeNull()
})

test('C5 each domain ends where its column ends', () => {
  const ends: Record<string, [keyof typeof column, boolean]> = {
    '2147483647': ['int', true],
    '2147483648': ['int', false],
    '9223372036854775807': ['bigint', true],
    '9223372036854775808': ['bigint', false],
    '-9223372036854775808': ['bigint', true],
    '-9223372036854775809': ['bigint', false],
    [(2n ** 256n - 1n).toString()]: ['uint256', true],
    [(2n ** 256n).toString()]: ['uint256', false],
    '2024-02-29T00:00:00.5Z': ['instant', true],
    '2026-02-30T00:00:00.5Z': ['instant', false],
    '0000-01-01T00:00:00.5Z': ['instant', false],
    '2026-01-01T24:00:00.0Z': ['instant', false],
  }
  for (const [text, [name, fits]] of Object.entries(ends)) expect([text, column[name](text)]).toEqual([text, fits])
})

test('C5 a cursor with a part too many or too few, or of another list, is refused', () => {
  const id = '00000000-0000-4000-8000-000000000000'
  for (const inside of ['', id, `2026-01-01T00:00:00.0Z_${id}_1`, `5_${id}`]) expect(() => placeOf(forged(inside))).toThrow(Problem)
})
