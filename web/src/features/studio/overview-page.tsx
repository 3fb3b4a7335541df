import type { StudioView } from '@corefans/shared/contracts/studio.ts'
import { useQuery } from '@tanstack/react-query'
import { plural } from '../../lib/format.ts'
import { read } from '../../lib/query.ts'
import { useMe } from '../../lib/session.ts'
import { Failure } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Loading } from '../../ui/skeletons.tsx'
import { Earned } from '../passes/index.ts'
import { Credits } from '../payments/index.ts'
import { StudioFrame } from './studio-frame.tsx'

/** Where a creator begins the day: what can be taken out, how far the account has come, and what comes next. */
export const OverviewPage = () => (
  <StudioFrame title="Studio" why="to run your page as a creator">
    <Overview />
  </StudioFrame>
)

function Overview() {
  const me = useMe()
  const studio = useQuery(read('GET /api/me/studio', {}))
  if (studio.error && !studio.data) return <Failure error={studio.error} onRetry={() => void studio.refetch()} />
  if (!studio.data || !me) return <Loading rows={2} />
  const { tiers, passes, teams } = studio.data
  return (
    <>
      <dl className="sums num studio-sums">
        <Fact name="Pass tiers" value={String(tiers)} />
        <Fact name="Passes out there" value={String(passes)} />
        <Fact name="Teams" value={String(teams)} />
      </dl>
      <section aria-label="To take out" className="studio-part">
        <h2 className="section-title">To take out</h2>
        <Earned />
        <Credits from="payments" />
        <p className="studio-note">
          What your passes earn waits in your own contract until you take it out. Tips go straight to your wallet.
        </p>
      </section>
      <section aria-label="What comes next" className="studio-part">
        <h2 className="section-title">What comes next</h2>
        <Steps studio={studio.data} handle={me.handle} />
      </section>
    </>
  )
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

/** What a page needs before it can sell, each with the one place where it is done. */
function Steps({ studio, handle }: { studio: StudioView; handle: string }) {
  const { tiers, wroteForHolders, teams } = studio
  return (
    <ul className="rows studio-steps">
      <Step
        done={tiers > 0}
        title="Sell a pass"
        note={tiers > 0 ? plural(tiers, 'tier') : 'A price, how long it lasts, what it promises.'}
        to="/studio/passes"
      />
      <Step done={wroteForHolders} title="Post something for holders" note="A pass is worth what it opens." to="/" />
      <Step done={false} title="Give a pass away" note="A claim link opens a free pass, with a greeting of yours." to="/studio/passes" />
      <Step done={teams > 0} title="Get help" note="A team writes, moderates or keeps the books for you." to="/studio/team" />
      <Step done={false} title="See your page as others do" note={`@${handle}`} to={`/@${handle}`} />
    </ul>
  )
}

const Step = ({ done, title, note, to }: { done: boolean; title: string; note: string; to: string }) => (
  <li data-done={done || undefined}>
    <Link to={to}>
      <Icon name={done ? 'check' : 'plus'} />
      <span>
        <b>{title}</b>
        <small>
          {done && 'Done · '}
          {note}
        </small>
      </span>
    </Link>
  </li>
)
