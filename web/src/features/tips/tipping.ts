import { createStore } from '../../lib/store.ts'

/** Whom somebody is about to tip, and for which post. */
export type Tipping = { handle: string; name: string; postId?: string | undefined }

/** The open tip; one at a time. `TipHost` shows it. */
export const tipping = createStore<Tipping | null>(null)
