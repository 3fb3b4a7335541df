import { expect, test } from 'vitest'
import { creatorIn, postIn } from './creator-here.ts'

test('LAY-03 the address says whose passes stand beside the page', () => {
  expect(['/@neo', '/@neo/media', '/%40neo', '/token/neo', '/', '/explore', '/tokens', '/market'].map(creatorIn)).toEqual([
    'neo',
    'neo',
    'neo',
    'neo',
    null,
    null,
    null,
    null,
  ])
  const id = '01234567-89ab-4def-8123-456789abcdef'
  expect([postIn(`/post/${id}`), postIn(`/post/${id}/edit`), postIn('/post/x')]).toEqual([id, null, null])
})
