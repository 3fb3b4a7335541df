import { day, minute } from './time.ts'
import type { WorldTeam } from './types.ts'

/** Who runs the virtual idol, and how what she earns is divided on chain. */
export const teams: readonly WorldTeam[] = [
  {
    account: 'neo',
    name: 'Neon Studio',
    keepsBps: 6_000,
    members: [
      { handle: 'fan31', role: 'manager', bps: 3_000 },
      { handle: 'fan32', role: 'writer', bps: 1_000 },
      { handle: 'fan33', role: 'chatter', bps: 0 },
    ],
    at: -90 * day + 40 * minute,
    invitedAt: -5 * day,
    dividedAt: -7 * day,
  },
]
