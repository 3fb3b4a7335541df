import type { LiveHandlers } from '../../lib/live.ts'
import { tipCounts } from './tip-counts.ts'

function handleTipEvent({ subjectId, tips }: { subjectId: string | null; tips: number }): void {
  if (subjectId !== null) tipCounts.adjust(subjectId, () => tips)
}

/** Somebody tipped something that is on the screen, or the network took a tip back. */
export const live: LiveHandlers = {
  events: {
    'tip.seen': (_queries, event) => handleTipEvent(event),
    'tip.reversed': (_queries, event) => handleTipEvent(event),
  },
}
