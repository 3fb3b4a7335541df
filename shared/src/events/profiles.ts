import type { Counters } from '../contracts/profiles.ts'

export type ProfileEdited = { type: 'profile.edited'; accountId: string; handle: string }
export type ProfileFollowed = { type: 'profile.followed'; followerId: string; followeeId: string }
export type ProfileUnfollowed = { type: 'profile.unfollowed'; followerId: string; followeeId: string }
/** The counters after a change, whole, so that a missed one does no harm. */
export type ProfileCounted = { type: 'profile.counted'; accountId: string; counters: Counters }
