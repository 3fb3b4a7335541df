import { useQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense } from 'react'
import { read } from '../../lib/query.ts'
import { useMe } from '../../lib/session.ts'
import { countTo } from '../../ui/count-to.ts'
import { PageHeader } from '../../ui/header.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { NeedsAccount } from '../accounts/index.ts'
import { suggestionsQuery } from '../discover/index.ts'
import { PersonRow } from '../people/index.ts'
import { TokenStrip } from '../tokens/index.ts'

const enough = 3

/** The first minute: three people to follow, and what to do next. */
export const WelcomePage = () => (
  <>
    <PageHeader title="Welcome" />
    <NeedsAccount why="to begin">
      <Welcome />
    </NeedsAccount>
  </>
)

function Welcome() {
  const handle = useMe()?.handle ?? ''
  const profile = useQuery(read('GET /api/profiles/:handle', { handle }))
  const following = useQuery({
    ...read('GET /api/profiles/:handle/following', { handle }),
    refetchInterval: 2_000,
  })
  const count = following.data?.items.length ?? profile.data?.following ?? 0
  return (
    <div className="landing-welcome">
      <ol className="landing-steps">
        <Step done>Your account is ready, @{handle}</Step>
        <Step done={count >= enough}>
          Follow {enough} people ({Math.min(count, enough)} of {enough})
        </Step>
        <Step done={Boolean(profile.data?.portraitUrl)}>
          <Link to="/settings/$section" params={{ section: 'profile' }} className="link">
            Add a portrait
          </Link>
        </Step>
      </ol>
      <Suspense>
        <TokenStrip handle={handle} />
      </Suspense>
      <People />
      <Link to="/" search={{}} className="btn pri wide">
        {count >= enough ? 'Open my feed' : 'Skip for now'}
      </Link>
    </div>
  )
}

function People() {
  const people = useQuery({ ...suggestionsQuery(9), staleTime: Number.POSITIVE_INFINITY })
  return (
    <ul>
      {people.data?.items.map((person) => (
        <PersonRow key={person.id} person={person} />
      ))}
      {people.isPending && countTo(9).map((nth) => <li key={nth} className="skel-person skel" aria-hidden="true" />)}
    </ul>
  )
}

const Step = ({ done, children }: { done: boolean; children: ReactNode }) => (
  <li data-done={done}>
    <span className="landing-tick">
      <Icon name="check" size="sm" />
    </span>
    <span>
      {children}
      {done && <span className="vh"> Done</span>}
    </span>
  </li>
)
