import { plural } from '../../lib/format.ts'

/** The only crimson thing of the app. */
export const LiveMark = ({ viewers }: { viewers?: number }) => (
  <span className="live-mark num">
    LIVE{viewers !== undefined && <span className="live-mark-viewers">{plural(viewers, 'viewer')}</span>}
  </span>
)
