import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxTopicsPerSocket, readFrame } from './frames.ts'

const refused = (frame: unknown) => 'reason' in readFrame(typeof frame === 'string' ? frame : JSON.stringify(frame))

describe('a frame of a client', () => {
  test.each([
    [{ type: 'subscribe', topics: ['post:1'] }],
    [{ type: 'subscribe', topics: ['post:1', 'account:2'], since: 0 }],
    [{ type: 'unsubscribe', topics: ['post:1'] }],
    [{ type: 'active', visible: false }],
  ])('%j is read as it is', (frame) => {
    expect(readFrame(JSON.stringify(frame))).toEqual({ frame })
  })

  test.each([
    ['text'],
    ['{"type":"subscribe"'],
    [null],
    [[]],
    [{ type: 'event', topics: [] }],
    [{ type: 'subscribe', topics: [] }],
    [{ type: 'subscribe', topics: ['x'.repeat(101)] }],
    [{ type: 'subscribe', topics: [1] }],
    [{ type: 'subscribe', topics: ['a'], since: -1 }],
    [{ type: 'subscribe', topics: ['a'], since: 1.5 }],
    [{ type: 'subscribe', topics: ['a'], as: 'admin' }],
    [{ type: 'active', visible: 'yes' }],
    [{ type: 'subscribe', topics: Array.from({ length: maxTopicsPerSocket + 1 }, (_, i) => `post:${i}`) }],
  ])('%j is refused with a reason', (frame) => {
    expect(refused(frame)).toBe(true)
  })

  test('no bytes break the reader', () => {
    const bytes = fc.oneof(fc.string(), fc.json())
    fc.assert(
      fc.property(bytes, (data) => {
        expect(Object.keys(readFrame(data))).toHaveLength(1)
      }),
    )
  })
})
