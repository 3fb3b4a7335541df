export type Here = 'online' | 'away' | 'offline'
export type Visit = { sockets: number; visible: boolean; idleMs: number }

/** A page in the background or untouched for five minutes is away. */
export const awayAfterMs = 5 * 60_000
/** A reload or a short loss of network is not a departure. */
export const graceMs = 10_000

export function hereOf(visit: Visit | undefined): Here {
  if (!visit || visit.sockets === 0) return 'offline'
  return visit.visible && visit.idleMs < awayAfterMs ? 'online' : 'away'
}
