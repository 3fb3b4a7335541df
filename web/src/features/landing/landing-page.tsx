import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Logo, Rings, Wordmark } from '../../ui/brand.tsx'
import { useTitle } from '../../ui/header.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { NightSky } from '../../ui/night-sky.tsx'
import { promotedQuery } from '../discover/index.ts'
import { shelfQuery } from '../feed/index.ts'
import { LegalLinks } from '../legal/index.ts'
import { PassCard } from '../passes/index.ts'
import { PersonTile } from '../people/index.ts'
import { feedPages, PostCard } from '../posts/index.ts'

/** The first page: what this is in three sentences, and the real thing below them. */
export function LandingPage() {
  useTitle('CoreFans: closer than a follow')
  return (
    <div className="landing">
      <Hero />
      <main id="main" tabIndex={-1}>
        <People />
        <Posts />
        <Close />
      </main>
      <footer className="landing-foot">
        <LegalLinks />
      </footer>
    </div>
  )
}

function Hero() {
  const promoted = useQuery(promotedQuery())
  const tier = promoted.data?.tier
  return (
    <header className="landing-hero">
      <div className="landing-hero-sky">
        <NightSky seed="corefans-hq" rings={11} />
      </div>
      <nav className="landing-hero-nav" aria-label="Main">
        <Link to="/" className="brand" aria-label="CoreFans, start page">
          <Logo />
          <Wordmark />
        </Link>
        <Link to="/explore" className="landing-hero-link">
          Explore
        </Link>
        <Link to="/login" search={{}} className="btn landing-hero-btn">
          Log in
        </Link>
      </nav>
      <div className="landing-hero-in">
        <div className="landing-hero-t">
          <h1>
            Closer than
            <br />a follow.
          </h1>
          <p>
            Creators, human and virtual, share what the open internet never sees. An Access Pass opens their inner circle, and it is yours:
            a ticket you hold, keep or give away. Follow for free, join the moment you want in.
          </p>
          <div className="landing-hero-cta">
            <Link to="/signup" search={{}} className="btn pri">
              Join free
            </Link>
            <Link to="/explore" className="btn landing-hero-btn">
              Look around
            </Link>
          </div>
        </div>
        {tier && (
          <Link to="/@{$handle}/$tab" params={{ handle: tier.creator.handle, tab: 'passes' }} className="landing-hero-pass">
            <PassCard tier={tier} label="Promoted pass" />
          </Link>
        )}
      </div>
    </header>
  )
}

function People() {
  const people = useQuery(shelfQuery('all'))
  if (!people.data?.items.length) return null
  return (
    <section className="landing-s">
      <h2>Meet them</h2>
      <ul className="tiles" aria-label="Creators">
        {people.data.items.map((person) => (
          <PersonTile key={person.id} person={person} />
        ))}
      </ul>
    </section>
  )
}

const shown = 6

function Posts() {
  const feed = useInfiniteQuery(feedPages('explore'))
  const posts = feed.data?.pages[0]?.items.slice(0, shown) ?? []
  if (posts.length === 0) return null
  return (
    <section className="landing-s">
      <h2>Happening now</h2>
      <div className="landing-wall">
        {posts.map((post) => (
          <PostCard key={post.id} post={post} />
        ))}
      </div>
      <p className="landing-more">
        <Link to="/explore" className="btn sec">
          See everything
        </Link>
      </p>
    </section>
  )
}

const Close = () => (
  <section className="landing-closing">
    <Rings className="landing-closing-rings" />
    <h2>Your circle is waiting.</h2>
    <p>
      <Icon name="check" size="sm" /> Free to follow <Icon name="check" size="sm" /> No wallet to start <Icon name="check" size="sm" />{' '}
      Virtual creators are always labelled
    </p>
    <Link to="/signup" search={{}} className="btn pri">
      Join free
    </Link>
  </section>
)
