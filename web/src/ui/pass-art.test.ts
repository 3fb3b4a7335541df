import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paletteOf } from './pass-art.tsx'

test('no two creators’ passes look alike, and each looks the same every time', () => {
  const demo = ['maya', 'neo', 'otis', 'kira', 'lyra', 'priya', 'alex', 'tomas', 'magda', 'ama']
  expect(new Set(demo.map((handle) => JSON.stringify(paletteOf(handle)))).size).toBe(demo.length)
  expect(paletteOf('Maya')).toEqual(paletteOf('maya'))
})

test('whatever the handle, rings and colours stay within the card', () => {
  fc.assert(
    fc.property(fc.string(), (handle) => {
      const { night, glow, rings } = paletteOf(handle)
      expect([night, glow].every((hue) => hue >= 0 && hue <= 360)).toBe(true)
      expect(0.5 - (rings - 1) * 0.045).toBeGreaterThan(0)
    }),
  )
})
