import { expect, test } from 'vitest'
import { newOf, withNew } from './new-items.tsx'

const idOf = ({ id }: { id: number }) => id as unknown as string
const items = (...ids: number[]) => ids.map((id) => ({ id }))
const data = (...pages: number[][]) => ({
  pages: pages.map((ids, i) => ({ items: items(...ids), nextCursor: i < pages.length - 1 ? 'more' : null })),
  pageParams: pages.map((_, i) => (i === 0 ? null : `page ${i}`)),
})

test('new is what stands before everything that is shown, in the order of the list', () => {
  expect(newOf(items(9, 8, 7, 6), items(7, 6, 5), idOf)).toEqual(items(9, 8))
  expect(newOf(items(7, 6, 5), items(7, 6, 5), idOf)).toEqual([])
})

test('what an older place of the list lacks is not called new', () => {
  expect(newOf(items(7, 4, 6), items(7, 6, 5), idOf)).toEqual([])
})

test('an empty list finds everything new, and a head without anything new finds nothing', () => {
  expect(newOf(items(2, 1), [], idOf)).toEqual(items(2, 1))
  expect(newOf([], items(1), idOf)).toEqual([])
})

test('new ones stand on the first page, and the pages below keep their cursors', () => {
  const after = withNew(data([7, 6], [5, 4]), { items: items(9, 8, 7), nextCursor: 'more' }, items(9, 8))
  expect(after.pages.map((page) => page.items.map(({ id }) => id))).toEqual([
    [9, 8, 7, 6],
    [5, 4],
  ])
  expect(after.pages.map((page) => page.nextCursor)).toEqual(['more', null])
  expect(after.pageParams).toEqual([null, 'page 1'])
})

test('more news than one page: the list begins anew, since nobody knows what lies between', () => {
  const head = { items: items(30, 29, 28), nextCursor: 'next' }
  expect(withNew(data([7, 6], [5, 4]), head, head.items)).toEqual({ pages: [head], pageParams: [null] })
})

test('a whole short list that is new leaves no gap: it is put before what is there', () => {
  const head = { items: items(3, 2), nextCursor: null }
  expect(withNew(data([1]), head, head.items).pages[0]?.items).toEqual(items(3, 2, 1))
})
