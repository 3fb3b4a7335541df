import { Link } from '../../ui/link.tsx'
import { TipLists } from '../tips/index.ts'
import { StudioFrame } from './studio-frame.tsx'

/** What came in: tips one by one here, and everything of a month in the statement. */
export const EarningsPage = () => (
  <StudioFrame title="Earnings" why="to see what you earned">
    <p className="studio-note">
      Tips, one by one. Sales, fees and everything else of a month are in your{' '}
      <Link to="/wallet/activity" className="link">
        statement
      </Link>
      .
    </p>
    <TipLists />
  </StudioFrame>
)
