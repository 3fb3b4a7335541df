import { lazy } from 'react'

export const DemoBar = lazy(() => import('./demo-bar.tsx').then((module) => ({ default: module.DemoBar })))
