import type { Person, PersonCard, ProfileView } from '@corefans/shared/contracts/profiles.ts'
import { mediaUrl } from '../media/index.ts'
import { allCounts, publicCounts } from './rules.ts'
import type { CardRow, PersonRow, ProfileRow } from './store/profiles.ts'

export const presentPerson = (row: PersonRow): Person => ({
  id: row.id,
  handle: row.handle,
  name: row.name,
  ai: row.ai,
  portraitUrl: row.portraitId ? mediaUrl(row.portraitId, 'small') : null,
})

export const presentCard = (row: CardRow): PersonCard => ({
  ...presentPerson(row),
  bio: row.bio,
  coverUrl: row.coverId ? mediaUrl(row.coverId, 'small') : null,
  fans: row.fans,
  follows: row.follows,
})

/** Who looks, and whether they have blocked or muted whom they look at. */
type Looking = { viewer: string | null; shuns: { blocks: boolean; mutes: boolean } }
export const presentProfile = (row: ProfileRow, { viewer, shuns }: Looking, counts = allCounts(row.counts)): ProfileView => ({
  ...presentPerson(row),
  bio: row.bio,
  location: row.location,
  links: row.links,
  coverUrl: row.coverId ? mediaUrl(row.coverId, 'large') : null,
  joinedAt: row.joinedAt.toISOString(),
  counters: publicCounts(counts),
  following: counts.following,
  holders: 0,
  viewer: { isSelf: row.id === viewer, follows: row.follows, followsYou: row.followsYou, ...shuns },
})
