import { useQuery } from '@tanstack/react-query'
import { useMe } from '../../lib/session.ts'
import { countTo } from '../../ui/count-to.ts'
import { PageHeader } from '../../ui/header.tsx'
import { Link } from '../../ui/link.tsx'
import { NeedsAccount } from '../accounts/index.ts'
import { suggestionsQuery } from '../discover/index.ts'
import { PersonRow } from '../people/index.ts'
import { FirstPass } from './first-pass.tsx'

/** The first minute: one free pass, the post that it opens, then people to follow. */
export const WelcomePage = () => (
  <>
    <PageHeader title="Welcome" />
    <NeedsAccount why="to begin">
      <Welcome />
    </NeedsAccount>
  </>
)

function Welcome() {
  const name = useMe()?.name ?? ''
  return (
    <div className="landing-welcome">
      <FirstPass name={name} />
      <section aria-labelledby="welcome-people">
        <h2 id="welcome-people">People to follow</h2>
        <p className="muted">Their open posts come to your Home. It is free, and nobody has to be followed.</p>
        <People />
      </section>
      <Link to="/" search={{}} className="btn sec wide">
        Open my Home
      </Link>
    </div>
  )
}

/** How many people are suggested, and how much room their rows have before they are known. */
const shown = 5

function People() {
  const people = useQuery({ ...suggestionsQuery(shown), staleTime: Number.POSITIVE_INFINITY })
  return (
    <ul className="landing-people">
      {people.data?.items.map((person) => (
        <PersonRow key={person.id} person={person} />
      ))}
      {people.isPending && countTo(shown).map((nth) => <li key={nth} className="skel-person skel" aria-hidden="true" />)}
    </ul>
  )
}
