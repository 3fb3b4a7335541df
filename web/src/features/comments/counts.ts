import { createOverlay } from '../../lib/overlay.ts'
import { createStore } from '../../lib/store.ts'

/** How many comments each post on the screen has. */
export const commentCounts = createOverlay<number>()

/** The post on which this person is about to write: its composer takes the focus and forgets it. */
export const aboutToWrite = createStore<string | null>(null)
