import type { PersonCard as Card } from '@corefans/shared/contracts/profiles.ts'
import type { ReactNode } from 'react'
import { plural } from '../../lib/format.ts'
import { Link } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { NightSky } from '../../ui/night-sky.tsx'
import { LiveAvatar } from '../presence/index.ts'
import { AiMark } from './ai-mark.tsx'
import { FollowButton } from './follow-button.tsx'

/** A person in one line, with the way to follow. */
export const PersonRow = ({ person, note }: { person: Card; note?: ReactNode }) => (
  <li className="person">
    <Link to="/@{$handle}" params={{ handle: person.handle }} className="person-link">
      <LiveAvatar person={person} />
      <span className="person-text">
        <b>
          <span className="cut">
            <Name>{person.name}</Name>
          </span>
          {person.ai && <AiMark />}
        </b>
        <small className="num">
          @{person.handle} · {plural(person.fans, 'fan')}
        </small>
      </span>
    </Link>
    {note}
    <FollowButton handle={person.handle} name={person.name} base={{ follows: person.follows, fans: person.fans }} slim />
  </li>
)

/** A person with cover and a line of their own words. */
export const PersonTile = ({ person }: { person: Card }) => (
  <li className="person-tile">
    <Link to="/@{$handle}" params={{ handle: person.handle }} className="person-tile-link">
      <span className="person-tile-cover">
        {person.coverUrl ? (
          <img src={person.coverUrl} alt="" width={328} height={107} loading="lazy" decoding="async" />
        ) : (
          <NightSky seed={person.handle} rings={5} />
        )}
      </span>
      <span className="person-tile-face">
        <LiveAvatar person={person} size={56} />
      </span>
      <b>
        <span className="cut">
          <Name>{person.name}</Name>
        </span>
        {person.ai && <AiMark />}
      </b>
      <small className="num">
        @{person.handle} · {plural(person.fans, 'fan')}
      </small>
      <span className="person-tile-bio">{person.bio}</span>
    </Link>
    <FollowButton handle={person.handle} name={person.name} base={{ follows: person.follows, fans: person.fans }} slim />
  </li>
)
