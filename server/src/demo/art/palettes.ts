/** A time of day in Ember colours: sky from top to horizon, sun from heart to rim, and land from far to near. */
export type Palette = {
  sky: readonly [string, string, string, string]
  sun: readonly [string, string, string]
  land: readonly [string, string, string, string]
  light: string
}

/** The six times of day. */
export const palettes = {
  ember: {
    sky: ['#25091c', '#7a1535', '#e2482a', '#ffb054'],
    sun: ['#fff3d4', '#ffd489', '#ffae52'],
    land: ['#8e2038', '#6b1a34', '#4a1230', '#2c0a20'],
    light: '#ffd489',
  },
  dusk: {
    sky: ['#150b2e', '#43217a', '#b3397f', '#ff9a76'],
    sun: ['#fff0e0', '#ffc7a0', '#ff8f7a'],
    land: ['#6d2a78', '#4c1f66', '#331650', '#1d0c36'],
    light: '#ffb98f',
  },
  rose: {
    sky: ['#3b1030', '#a02653', '#f0717a', '#ffd3a8'],
    sun: ['#fffaf0', '#ffe8c2', '#ffc491'],
    land: ['#b23a5e', '#8b2950', '#641b41', '#3f1030'],
    light: '#ffe2bd',
  },
  night: {
    sky: ['#090a1f', '#171a48', '#37307a', '#8d4a86'],
    sun: ['#fffdf2', '#ffeec4', '#d9b8d6'],
    land: ['#3c2f70', '#2a2158', '#1b1540', '#0e0a28'],
    light: '#ffe3a3',
  },
  teal: {
    sky: ['#061c2b', '#0c4a5a', '#2f9486', '#ffd28a'],
    sun: ['#fffbe6', '#ffe9ad', '#ffc76b'],
    land: ['#1f6d6c', '#145058', '#0d3844', '#06212d'],
    light: '#ffe2a3',
  },
  amber: {
    sky: ['#3a1408', '#943412', '#ec8a2c', '#ffe09a'],
    sun: ['#fffdf0', '#fff0bd', '#ffd56b'],
    land: ['#b1521c', '#873a15', '#5f2610', '#3a1509'],
    light: '#fff0bd',
  },
} as const satisfies Record<string, Palette>

/** One time of day. */
export type PaletteName = keyof typeof palettes
/** Their names. */
export const paletteNames = Object.keys(palettes) as PaletteName[]
