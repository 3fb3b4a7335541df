import type { ProfileView } from '@corefans/shared/contracts/profiles.ts'
import type { ReactNode } from 'react'
import { count } from '../../lib/format.ts'
import { OutLink } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { Time } from '../../ui/time.tsx'

export const About = ({ profile }: { profile: ProfileView }) => (
  <div className="profile-about">
    <h2>
      About <Name>{profile.name}</Name>
    </h2>
    <p dir="auto" className="profile-about-bio">
      {profile.bio || 'No words yet.'}
    </p>
    {profile.ai && (
      <p className="muted">This is a virtual creator. What it says and draws is made with AI, under the name of the people who run it.</p>
    )}
    <dl>
      {profile.location && <Row term="Lives in">{profile.location}</Row>}
      <Row term="Joined">
        <Time iso={profile.joinedAt} as="day" />
      </Row>
      <Row term="Posts">{count(profile.counters.posts)}</Row>
      <Row term="Images">{count(profile.counters.images)}</Row>
      <Row term="Likes received">{count(profile.counters.likes)}</Row>
      <Row term="Pass holders">{count(profile.holders)}</Row>
      {profile.links.map((url, i) => (
        <Row key={url} term={i === 0 ? 'Links' : ''}>
          <OutLink url={url} rel="me" />
        </Row>
      ))}
    </dl>
  </div>
)

const Row = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)
