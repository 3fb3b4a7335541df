import type { PostView } from '@corefans/shared/contracts/posts.ts'
import type { Read } from './ctx.ts'

/** A subject whose view is being made; it is asked about while it is judged, so nothing is known yet of the verdict. */
export type Hydrated = { id: string; ownerId: string; hasPoll: boolean }

/**
 * What one module adds to the view of a subject. Counts and the viewer's own marks are public with the outline of a locked
 * subject; `open` is kept back unless the subject is open to the viewer.
 */
export type Part = {
  counts?: Partial<PostView['counts']>
  viewer?: Partial<PostView['viewer']>
  open?: Partial<Pick<PostView, 'poll'>>
}

/** The parts of many subjects as the actor sees them, by subject; one without the part may be absent. */
export type Hydrate = (read: Read, subjects: readonly Hydrated[]) => Promise<ReadonlyMap<string, Part>>
