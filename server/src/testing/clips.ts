import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../demo/clips')
/** A video of nine seconds with sound, or a sound alone: clips of the demo world. */
export const aClip = (file = 'ferry-road.webm'): Buffer => readFileSync(join(folder, file))
