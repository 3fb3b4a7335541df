import { lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'

export { live } from './live.ts'

/** Loaded only by tabs that act for another account. */
export const ActingBanner = lazy(() => import('./acting-banner.tsx').then((module) => ({ default: module.ActingBanner })))
export const TeamSettings = lazyRouteComponent(() => import('./team-settings.tsx'), 'TeamSettings')
