import { describe, expect, test } from 'vitest'
import { cover, coverFamilies } from './cover.ts'
import { hairKinds } from './hair.ts'
import { portrait } from './portrait.ts'
import { scene, sceneAlt, sceneNames, sceneSize } from './scene.ts'

const wellFormed = (picture: string) => /^<svg [^>]+>.*<\/svg>$/s.test(picture) && !/NaN|undefined|Infinity/.test(picture)

describe('the pictures of the demo world', () => {
  test('are the same for the same seed and differ for another', () => {
    expect(portrait('ada')).toBe(portrait('ada'))
    expect(cover('ada')).toBe(cover('ada'))
    expect(scene('cat/loaf', 'ada')).toBe(scene('cat/loaf', 'ada'))
    expect(new Set(Array.from({ length: 60 }, (_, i) => portrait(`p${i}`))).size).toBe(60)
  })

  test('are drawn without holes in every hair, land and scene', () => {
    const all = [
      ...hairKinds.map((hair) => portrait('x', { hair })),
      ...coverFamilies.map((family) => cover('x', { family })),
      ...sceneNames.map((name) => scene(name, 'x')),
    ]
    expect(all.filter((picture) => !wellFormed(picture))).toEqual([])
  })

  test('have the size that they announce and words of their own', () => {
    const { width, height } = sceneSize('s')
    expect(scene('sky/moon', 's')).toContain(`width="${width}" height="${height}"`)
    expect(new Set(sceneNames.map(sceneAlt)).size).toBe(sceneNames.length)
  })
})
