import { stages } from './creators/stages.ts'
import { studios } from './creators/studios.ts'
import { virtual } from './creators/virtual.ts'
import { day } from './time.ts'
import type { WorldPerson } from './types.ts'

/** The twelve creators, in the order in which the demo shows them. */
export const creators: WorldPerson[] = [...virtual, ...stages, ...studios].map(({ joinedDaysAgo, looks, land, ...creator }) => ({
  ...creator,
  role: 'creator',
  joinedAt: -joinedDaysAgo * day,
  portrait: { seed: creator.handle, traits: looks },
  cover: { seed: creator.handle, traits: land },
}))
