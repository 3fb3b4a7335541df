import type { Joining } from '../../lib/joining.ts'
import { LogInFirst } from './log-in-first.tsx'

/** “Join free to like”: asked in place, and done when they are back. */
export const JoinSheet = ({ of: { to, act }, onClose }: { of: Joining; onClose: () => void }) => (
  <LogInFirst title={`Join free to ${to}`} act={act} onClose={onClose}>
    <p>A name and one touch. Then you are back here, and it is done.</p>
  </LogInFirst>
)
