import type { WireEvent } from '@corefans/shared/events/wire.ts'
import { createOverlay } from '../../lib/overlay.ts'

/** How many tips each post on the screen has. */
export const tipCounts = createOverlay<number>()

/** Somebody tipped something that is on the screen, or the network took a tip back. */
export function hearTips(event: WireEvent): void {
  if ((event.type !== 'tip.seen' && event.type !== 'tip.reversed') || event.subjectId === null) return
  const { tips } = event
  tipCounts.adjust(event.subjectId, () => tips)
}
