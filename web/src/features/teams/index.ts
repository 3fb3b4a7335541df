import type { WireEvent } from '@corefans/shared/events/wire.ts'
import type { QueryClient } from '@tanstack/react-query'
import { lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'

/** Loaded only by tabs that act for another account. */
export const ActingBanner = lazy(() => import('./acting-banner.tsx').then((module) => ({ default: module.ActingBanner })))
export const TeamSettings = lazyRouteComponent(() => import('./team-settings.tsx'), 'TeamSettings')

/** Rare enough to be loaded when it happens. */
export const hearTeams = async (queries: QueryClient, event: WireEvent): Promise<void> =>
  (await import('./teams.ts')).hearTeams(queries, event)
