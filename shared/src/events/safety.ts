import type { Wire } from './audience.ts'

/** Somebody blocked or muted another, or took it back. */
export type PersonShunned = { type: 'person.shunned'; by: string; whom: string; how: 'block' | 'mute'; stands: boolean }

/** Only whoever did it is told, on their other tabs: the other is told nothing. */
export const safetyWire = {
  'person.shunned': [{ topics: ({ by }) => [`account:${by}`], view: ({ type, how }) => ({ type, how }) }],
} satisfies Wire<PersonShunned>
