import type { ProfileView } from '@corefans/shared/contracts/profiles.ts'
import { count } from '../../lib/format.ts'
import { columnWide, srcSetOf } from '../../lib/picture.ts'
import { useMe } from '../../lib/session.ts'
import { Portrait } from '../../ui/avatar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link, OutLink } from '../../ui/link.tsx'
import { Name } from '../../ui/name.tsx'
import { NightSky } from '../../ui/night-sky.tsx'
import { Time } from '../../ui/time.tsx'
import { MessageButton } from '../messages/index.ts'
import { GetPassAction } from '../passes/index.ts'
import { FollowButton, follows } from '../people/index.ts'
import { usePresence } from '../presence/index.ts'
import { TipButton } from '../tips/index.ts'
import { ProfileMenu } from './profile-menu.tsx'

export function ProfileHeader({ profile }: { profile: ProfileView }) {
  const presence = usePresence(profile.handle)
  const online = presence.state === 'online'
  return (
    <>
      <div className="profile-cover">
        {profile.coverUrl ? (
          <img
            src={profile.coverUrl}
            srcSet={srcSetOf(profile.coverUrl)}
            sizes={columnWide}
            alt=""
            width={1312}
            height={428}
            fetchPriority="high"
          />
        ) : (
          <NightSky seed={profile.handle} />
        )}
      </div>
      <section className="profile-who" aria-label="Profile">
        <div className="profile-row">
          <div
            className={online ? 'profile-face profile-online' : 'profile-face'}
            role="img"
            aria-label={online ? `${profile.name}, online now` : profile.name}
          >
            <Portrait person={profile} size={132} eager />
          </div>
          <Actions profile={profile} />
        </div>
        <div className="profile-name">
          <h1>
            <Name>{profile.name}</Name>
          </h1>
          {profile.ai && (
            <span className="tag">
              <Icon name="spark" size="xs" />
              Virtual creator · AI
            </span>
          )}
        </div>
        <Presence profile={profile} />
        {profile.bio && (
          <p className="profile-bio" dir="auto">
            {profile.bio}
          </p>
        )}
        <Meta profile={profile} />
        <Facts profile={profile} />
        <Holdings profile={profile} />
      </section>
    </>
  )
}

function Presence({ profile }: { profile: ProfileView }) {
  const presence = usePresence(profile.handle)
  const online = presence.state === 'online'
  return (
    <p className="profile-sub">
      <span>@{profile.handle}</span>
      {profile.viewer.followsYou && <span className="profile-follows-you">Follows you</span>}
      {online && <span className="profile-now">Online now</span>}
      {!online && presence.lastActiveAt && (
        <span>
          Active <Time iso={presence.lastActiveAt} />
          {Date.now() - Date.parse(presence.lastActiveAt) > 60_000 && ' ago'}
        </span>
      )}
    </p>
  )
}

const shareProfile = async ({ name, handle }: ProfileView): Promise<void> =>
  (await import('../../lib/share.ts')).share(`${name} on CoreFans`, `${window.location.origin}/@${handle}`)

function Actions({ profile }: { profile: ProfileView }) {
  const me = useMe()
  const { isSelf, follows: base } = profile.viewer
  return (
    <>
      {me && !isSelf ? (
        <ProfileMenu profile={profile} />
      ) : (
        <button type="button" className="btn sec sq" aria-label="Share profile" onClick={() => void shareProfile(profile)}>
          <Icon name="share" />
        </button>
      )}
      {isSelf ? (
        <Link to="/settings/$section" params={{ section: 'profile' }} className="btn sec">
          Edit profile
        </Link>
      ) : (
        <>
          {me && <MessageButton person={profile} />}
          <TipButton handle={profile.handle} name={profile.name} />
          <FollowButton handle={profile.handle} name={profile.name} isSecond base={{ follows: base, fans: profile.counters.fans }} />
          <div className="profile-buy">
            <GetPassAction handle={profile.handle} />
          </div>
        </>
      )}
    </>
  )
}

const Meta = ({ profile }: { profile: ProfileView }) => (
  <ul className="profile-meta">
    {profile.location && (
      <li>
        <Icon name="pin" size="sm" />
        {profile.location}
      </li>
    )}
    {profile.links.slice(0, 3).map((url) => (
      <li key={url}>
        <Icon name="link" size="sm" />
        <OutLink url={url} rel="me" />
      </li>
    ))}
    <li>
      <Icon name="cal" size="sm" />
      <span>
        Joined <Time iso={profile.joinedAt} as="month" />
      </span>
    </li>
  </ul>
)

function Facts({ profile }: { profile: ProfileView }) {
  const { fans } = follows.use(profile.handle, { follows: profile.viewer.follows, fans: profile.counters.fans })
  const shown = follows.isPending(profile.handle) ? fans : profile.counters.fans
  return (
    <div className="profile-facts">
      <Link to="/@{$handle}/fans" params={{ handle: profile.handle }}>
        <Fact n={shown} word="fan" />
      </Link>
      <Link to="/@{$handle}/following" params={{ handle: profile.handle }}>
        <Fact n={profile.following} word="following" many="following" />
      </Link>
      <Fact n={profile.counters.likes} word="like" />
      <Fact n={profile.holders} word="pass holder" />
    </div>
  )
}

const Fact = ({ n, word, many = `${word}s` }: { n: number; word: string; many?: string }) => (
  <span>
    <b className="num">{count(n)}</b> <span className="profile-facts-label">{n === 1 ? word : many}</span>
  </span>
)

const Holdings = ({ profile }: { profile: ProfileView }) =>
  profile.holdings && profile.holdings.length > 0 ? (
    <ul className="profile-passes" aria-label="Passes held">
      {profile.holdings.map((holding) => (
        <li key={`${holding.handle}${holding.tierName}`}>
          <Link to="/@{$handle}" params={{ handle: holding.handle }} className="profile-pass">
            <Icon name="ticket" size="xs" />
            {holding.creatorName} · {holding.tierName}
          </Link>
        </li>
      ))}
    </ul>
  ) : null
