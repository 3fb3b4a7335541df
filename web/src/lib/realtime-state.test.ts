import type { ServerFrame } from '@corefans/shared/realtime.ts'
import { describe, expect, it } from 'vitest'
import { delayMs, idle, join, leave, lost, type Realtime, receive } from './realtime-state.ts'

const liked = (seq: number, topic = 'post:1'): ServerFrame => ({
  type: 'event',
  seq,
  topic,
  event: { type: 'subject.liked', subjectId: '1', likes: seq, byMe: false },
})
const after = (state: Realtime, ...frames: ServerFrame[]): Realtime => frames.reduce((now, frame) => receive(now, frame).state, state)
const opened = (...topics: string[]): Realtime =>
  after(
    topics.reduce((now, topic) => join(now, topic).state, idle),
    { type: 'hello', seq: 10 },
  )

describe('topics', () => {
  it('are named to the server once, however many cards want them', () => {
    const first = join(opened(), 'post:1')
    expect(first.send).toEqual([{ type: 'subscribe', topics: ['post:1'], since: 0 }])
    expect(join(first.state, 'post:1').send).toEqual([])
  })

  it('that are joined later ask for what happened while their page was read, and a little more', () => {
    expect(join(after(opened(), { type: 'subscribed', topics: [], seq: 100 }), 'post:1').send).toEqual([
      { type: 'subscribe', topics: ['post:1'], since: 36 },
    ])
  })

  it('are given up when the last card leaves', () => {
    const two = join(join(opened(), 'post:1').state, 'post:1').state
    const one = leave(two, 'post:1')
    expect(one.send).toEqual([])
    expect(leave(one.state, 'post:1').send).toEqual([{ type: 'unsubscribe', topics: ['post:1'] }])
  })

  it('wait for the hello of the server', () => {
    const waiting = join(idle, 'post:1')
    expect(waiting.send).toEqual([])
    expect(receive(waiting.state, { type: 'hello', seq: 10 }).send).toEqual([{ type: 'subscribe', topics: ['post:1'] }])
  })
})

describe('after a lost connection', () => {
  it('missed events are asked for from the last one seen', () => {
    const state = lost(after(opened('post:1'), liked(12), liked(15)))
    expect(receive(state, { type: 'hello', seq: 40 }).send).toEqual([{ type: 'subscribe', topics: ['post:1'], since: 15 }])
  })

  it('a tab that saw nothing resumes from the first hello', () => {
    expect(receive(lost(opened('post:1')), { type: 'hello', seq: 40 }).send).toEqual([{ type: 'subscribe', topics: ['post:1'], since: 10 }])
  })

  it('an event that comes again is dropped, one that comes under another topic is not', () => {
    const state = after(opened('post:1', 'profile:2'), liked(12))
    expect(receive(state, liked(12)).deliver).toBeUndefined()
    expect(receive(state, liked(12, 'profile:2')).deliver).toBeDefined()
  })

  it('a reset is passed on: the pages read again', () => {
    expect(receive(opened(), { type: 'reset' }).deliver).toEqual({ type: 'reset' })
  })

  it('the tries come later and later, never more than about 20 s apart, and spread', () => {
    expect(delayMs(1, 1)).toBe(750)
    expect(delayMs(3, 1)).toBe(2_250)
    expect(delayMs(30, 1)).toBe(20_250)
    expect(delayMs(30, 0)).toBe(250)
  })
})
