import type { LiveHandlers } from '../../lib/live.ts'
import { tellChanged } from './changes.ts'
import { askAgain } from './playing.ts'

export const live: LiveHandlers = {
  events: {
    'access.changed': () => void askAgain(),
    'media.changed': (_queries, { mediaId }) => tellChanged(mediaId),
  },
}
