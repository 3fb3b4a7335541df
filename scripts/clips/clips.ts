import type { PaletteName } from '../../server/src/demo/art/palettes.ts'
import type { SceneName } from '../../server/src/demo/art/scene.ts'

type Sound = {
  root: number
  bpm: number
  density: number
  scale: 'bright' | 'warm' | 'wide'
  pad?: number
  noise?: { loud: number; dark: number }
}
type Common = { seed: string; file: string; seconds: number; sound: Sound }
export type Film = Common & {
  scene: SceneName
  palette: PaletteName | null
  moves: 'rain' | 'sparks' | 'stars' | 'steam'
  swarm: number
  pan: { x: number; y: number; out: boolean }
  width: number
  height: number
  fps: number
  bitrate: number
}
export type Clip = Film | Common

const quiet: Sound = { root: 220, bpm: 84, density: 0.55, scale: 'bright', pad: 0.12 }
const film = (file: string, scene: SceneName, moves: Film['moves'], more: Partial<Film> = {}): Film => ({
  seed: file,
  file,
  scene,
  moves,
  palette: null,
  seconds: 9,
  swarm: moves === 'steam' ? 46 : 70,
  pan: { x: 1, y: -0.5, out: false },
  width: 640,
  height: 400,
  fps: 20,
  bitrate: 260_000,
  sound: quiet,
  ...more,
})
const song = (file: string, seconds: number, sound: Partial<Sound>): Clip => ({ seed: file, file, seconds, sound: { ...quiet, ...sound } })

const drizzle = { loud: 0.5, dark: 0.35 }
const wind = { loud: 0.9, dark: 0.03 }

/** Every clip of the demo world: what it is drawn and made of. */
export const clips: Clip[] = [
  film('ferry-road.webm', 'film/road', 'rain', { sound: { ...quiet, density: 0.2, noise: drizzle, scale: 'warm' } }),
  film('doorway-dailies.webm', 'film/window', 'sparks', { pan: { x: -1, y: 0, out: true }, sound: { ...quiet, root: 165, scale: 'warm' } }),
  film('kitchen-concert.webm', 'concert/guitar', 'sparks', { palette: 'dusk', sound: { ...quiet, bpm: 108, density: 0.8 } }),
  film('signal-fire.mp4', 'sky/saturn', 'stars', {
    bitrate: 320_000,
    sound: { ...quiet, root: 147, bpm: 126, density: 0.75, scale: 'wide' },
  }),
  film('first-light.webm', 'run/sunrise', 'sparks', {
    swarm: 40,
    pan: { x: 0, y: 1, out: true },
    sound: { ...quiet, bpm: 96, noise: wind },
  }),
  film('chai-steam.webm', 'coffee/steam', 'steam', { sound: { ...quiet, density: 0.3, noise: { loud: 0.25, dark: 0.5 } } }),
  film('moon-over-cairo.mp4', 'sky/moon', 'stars', {
    palette: 'night',
    bitrate: 320_000,
    sound: { ...quiet, root: 196, density: 0.35, scale: 'wide' },
  }),
  film('greenhouse-rain.webm', 'garden/greenhouse', 'rain', {
    pan: { x: -0.6, y: 0.4, out: false },
    sound: { ...quiet, density: 0.15, noise: drizzle },
  }),
  film('grand-final.webm', 'game/arena', 'sparks', { palette: 'teal', sound: { ...quiet, root: 262, bpm: 140, density: 0.9 } }),
  song('eleven-steps.ogg', 26, { root: 196, bpm: 92, density: 0.7, scale: 'warm' }),
  song('salt-on-the-window.ogg', 32, { root: 220, bpm: 76, density: 0.6, noise: { loud: 0.08, dark: 0.2 } }),
  song('paper-moons.ogg', 24, { root: 262, bpm: 118, density: 0.85, scale: 'wide', pad: 0.2 }),
  song('rain-mixer.ogg', 30, { density: 0.12, noise: { loud: 1, dark: 0.4 }, scale: 'wide' }),
  song('a-very-good-door.ogg', 14, { root: 110, bpm: 40, density: 0.5, scale: 'warm', noise: wind }),
  song('kamo-river.ogg', 28, { root: 294, bpm: 58, density: 0.4, scale: 'wide', noise: { loud: 0.5, dark: 0.12 } }),
  song('grandmother-stars.ogg', 22, { root: 175, bpm: 66, density: 0.55, scale: 'warm', pad: 0.22 }),
  song('warm-up-beat.ogg', 20, { root: 131, bpm: 150, density: 0.95 }),
]
