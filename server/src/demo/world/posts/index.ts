import type { Written } from '../written.ts'
import { alex } from './alex.ts'
import { ama } from './ama.ts'
import { fan1 } from './fan1.ts'
import { haru } from './haru.ts'
import { kira } from './kira.ts'
import { lyra } from './lyra.ts'
import { magda } from './magda.ts'
import { maya } from './maya.ts'
import { neo } from './neo.ts'
import { nour } from './nour.ts'
import { otis } from './otis.ts'
import { priya } from './priya.ts'
import { tomas } from './tomas.ts'

/** All posts of the world by handle, each author's oldest first. */
export const writtenPosts: Readonly<Record<string, readonly Written[]>> = {
  neo,
  lyra,
  kira,
  maya,
  alex,
  tomas,
  priya,
  ama,
  magda,
  otis,
  haru,
  nour,
  fan1,
}
