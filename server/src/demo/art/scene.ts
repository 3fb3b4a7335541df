import { type PaletteName, paletteNames, palettes } from './palettes.ts'
import { randomOf } from './random.ts'
import { cat } from './scenes/cat.ts'
import { chess } from './scenes/chess.ts'
import { city } from './scenes/city.ts'
import { coffee } from './scenes/coffee.ts'
import { concert } from './scenes/concert.ts'
import { desk } from './scenes/desk.ts'
import { dish } from './scenes/dish.ts'
import { film } from './scenes/film.ts'
import { game } from './scenes/game.ts'
import { garden } from './scenes/garden.ts'
import { painting } from './scenes/painting.ts'
import { run } from './scenes/run.ts'
import { height, type SceneKind, width } from './scenes/scene-kind.ts'
import { sky } from './scenes/sky.ts'
import { svg } from './svg.ts'

const topics = { concert, dish, chess, garden, run, film, desk, painting, city, cat, coffee, sky, game }

/** What a picture is about. */
export type Topic = keyof typeof topics
/** A topic and one of its kinds: `dish/noodles`. */
export type SceneName = { [T in Topic]: `${T}/${Extract<keyof (typeof topics)[T], string>}` }[Topic]

const kinds = Object.fromEntries(
  Object.entries(topics).flatMap(([topic, of]) => Object.entries(of).map(([kind, scene]) => [`${topic}/${kind}`, scene])),
) as Record<SceneName, SceneKind>
/** Every scene there is. */
export const sceneNames = Object.keys(kinds) as SceneName[]

const sizes = [
  { width: 1280, height: 960 },
  { width: 1280, height: 853 },
  { width: 1280, height: 960 },
  { width: 1200, height: 1200 },
  { width: 1280, height: 720 },
  { width: 1024, height: 1280 },
] as const

/** The pixels of a scene, known before it is drawn. */
export const sceneSize = (seed: string): { width: number; height: number } => randomOf(`size/${seed}`).pick(sizes)

/** What a scene shows, in words. */
export const sceneAlt = (name: SceneName): string => kinds[name].alt

/** A picture for a post: the same name, seed and palette are the same picture for ever. */
export function scene(name: SceneName, seed: string, palette: PaletteName | null = null): string {
  const random = randomOf(`scene/${name}/${seed}`)
  const colors = palettes[palette ?? random.pick(paletteNames)]
  return svg(sceneSize(seed), { width, height }, kinds[name].draw(random, colors))
}
