import { SHORTEST_LOCK_S } from '@corefans/chain/launch.ts'
import type { LaunchView, TokenView } from '@corefans/shared/contracts/tokens.ts'
import { useEffect, useState } from 'react'

/** The server's time as it runs on: `now` was true when the answer came, `cameAt` by this browser's own clock. */
export function useServerTime(now: string, cameAt: number): number {
  const [time, setTime] = useState(() => Date.parse(now))
  useEffect(() => {
    const tick = () => setTime(Date.parse(now) + Date.now() - cameAt)
    tick()
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  }, [now, cameAt])
  return time
}

/** Minutes and seconds, such as “9:05”; never below nothing. */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** What can be done about a launch: put in, end it, fetch what is mine, or nothing more. */
export type LaunchStep = 'running' | 'due' | 'settled' | 'failed'

export function stepOf({ state, closesAt }: Pick<LaunchView, 'state' | 'closesAt'>, timeMs: number): LaunchStep {
  if (state !== 'open') return state
  return timeMs < Date.parse(closesAt) ? 'running' : 'due'
}

/** Until when the creator's own part of a launch that made the token at `launchedAt` cannot be collected, in milliseconds. */
export const creatorsLockMs = (launchedAt: string, { terms }: Pick<LaunchView, 'terms'>): number =>
  Date.parse(launchedAt) + Math.max(terms.lockSeconds, SHORTEST_LOCK_S) * 1_000

/** Nobody came, or the token was made in another way meanwhile. */
export const willFail = (token: Pick<TokenView, 'state'>, launch: Pick<LaunchView, 'state' | 'countedWei'>): boolean =>
  launch.state === 'open' && (token.state === 'live' || launch.countedWei === '0')
