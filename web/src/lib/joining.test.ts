import { expect, test, vi } from 'vitest'
import { type Act, keepAct, takeAct } from './joining.ts'

const like: Act = { does: 'like', postId: 'p-1' }
const kept = new Map<string, string>()
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
}
vi.stubGlobal('window', { sessionStorage: storage })

test('M17 what a visitor wanted is done once, at the place where it was wanted', () => {
  keepAct(like, '/post/p-1?from=feed')
  expect([takeAct('/post/p-1?from=feed'), takeAct('/post/p-1?from=feed')]).toEqual([like, null])
})

test('elsewhere, later, or where what was kept is broken, nothing is done', () => {
  keepAct(like, '/post/p-1', 0)
  expect(takeAct('/post/p-1', 31 * 60_000)).toBeNull()
  keepAct(like, '/post/p-1')
  expect(takeAct('/@maya')).toBeNull()
  kept.set('act-after-joining', '{ not json')
  expect(takeAct('/')).toBeNull()
})
