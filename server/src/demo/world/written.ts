import type { PaletteName } from '../art/palettes.ts'
import type { SceneName } from '../art/scene.ts'

/** A picture as an author thinks of it; without words of its own it is described by what it shows. */
export type Picture = { name: SceneName; alt?: string; palette?: PaletteName }
/** One of our films and sounds (`demo/clips`), in the author's words. */
export type Clip = { file: string; alt: string }
/** A poll as an author thinks of it: open for `days` from the post on, or for ever. */
export type WrittenPoll = { options: string[]; days: number | null; multiple?: boolean; holdersOnly?: boolean }

/** A post by hand, before it has a place in time. `for` names who may open it: followers, any pass, or some tiers. */
export type Written = {
  text: string
  pictures?: Picture[]
  clip?: Clip
  poll?: WrittenPoll
  for?: 'followers' | 'pass' | number[]
  deleted?: true
}

/** A picture in a written post. */
export const picture = (name: SceneName, alt?: string, palette?: PaletteName): Picture => ({
  name,
  ...(alt && { alt }),
  ...(palette && { palette }),
})

export const clip = (file: string, alt: string): Clip => ({ file, alt })
