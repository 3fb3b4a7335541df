import type { Counters } from '../contracts/profiles.ts'
import type { Wire } from './audience.ts'

export type ProfileEdited = { type: 'profile.edited'; accountId: string; handle: string }
export type ProfileFollowed = { type: 'profile.followed'; followerId: string; followeeId: string }
export type ProfileUnfollowed = { type: 'profile.unfollowed'; followerId: string; followeeId: string }
/** The counters after a change, whole, so that a missed one does no harm. */
export type ProfileCounted = { type: 'profile.counted'; accountId: string; counters: Counters }

export const profilesWire = {
  'profile.edited': [{ topics: ({ accountId }) => [`profile:${accountId}`], view: ({ type, accountId }) => ({ type, accountId }) }],
  'profile.counted': [
    { topics: ({ accountId }) => [`profile:${accountId}`], view: ({ type, accountId, counters }) => ({ type, accountId, counters }) },
  ],
  'profile.followed': [],
  'profile.unfollowed': [],
} satisfies Wire<ProfileEdited | ProfileCounted | ProfileFollowed | ProfileUnfollowed>
