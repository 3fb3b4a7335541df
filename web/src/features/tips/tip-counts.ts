import { createOverlay } from '../../lib/overlay.ts'

/** How many tips each post on the screen has. */
export const tipCounts = createOverlay<number>()
