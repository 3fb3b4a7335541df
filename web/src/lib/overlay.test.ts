import { describe, expect, it, vi } from 'vitest'
import { createOverlay } from './overlay.ts'

type Likes = { liked: boolean; likes: number }
const base: Likes = { liked: false, likes: 4 }
const like = (now: Likes): Likes => (now.liked ? now : { liked: true, likes: now.likes + 1 })

describe('an overlay', () => {
  it('shows the fetched thing while it knows nothing newer', () => {
    expect(createOverlay<Likes>().show('a', base)).toBe(base)
  })

  it('shows a wish at once and takes it back when it fails', () => {
    const likes = createOverlay<Likes>()
    likes.expect('a', like)
    expect(likes.show('a', base)).toEqual({ liked: true, likes: 5 })
    likes.settle('a')
    expect(likes.show('a', base)).toEqual(base)
  })

  it('keeps the wish over news from the server that does not hold it yet', () => {
    const likes = createOverlay<Likes>()
    likes.expect('a', like)
    likes.learn('a', { liked: false, likes: 9 })
    expect(likes.show('a', base)).toEqual({ liked: true, likes: 10 })
  })

  it('does not count a wish twice once the server holds it', () => {
    const likes = createOverlay<Likes>()
    likes.expect('a', like)
    likes.learn('a', { liked: true, likes: 5 })
    expect(likes.show('a', base)).toEqual({ liked: true, likes: 5 })
  })

  it('answers the same object while nothing changed, so that nothing renders twice', () => {
    const likes = createOverlay<Likes>()
    likes.expect('a', like)
    expect(likes.show('a', base)).toBe(likes.show('a', base))
  })

  it('tells every card of one thing, and no card of another', () => {
    const likes = createOverlay<Likes>()
    const here = vi.fn()
    const there = vi.fn()
    likes.subscribe('a', here)
    likes.subscribe('b', there)
    likes.learn('a', base)
    expect(here).toHaveBeenCalledOnce()
    expect(there).not.toHaveBeenCalled()
  })

  it('does not invent a truth from news about a thing that nobody shows', () => {
    const likes = createOverlay<Likes>()
    likes.adjust('a', like)
    expect(likes.truth('a')).toBeUndefined()
  })
})
