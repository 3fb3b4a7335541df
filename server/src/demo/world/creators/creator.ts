import type { WorldPerson } from '../types.ts'

/** A creator as written by hand: a person without what is the same for all of them. */
export type Creator = Omit<WorldPerson, 'role' | 'joinedAt' | 'portrait' | 'cover'> & {
  joinedDaysAgo: number
  looks: WorldPerson['portrait']['traits']
  land: NonNullable<WorldPerson['cover']>['traits']
}
