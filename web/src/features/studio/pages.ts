// One chunk: whoever opens one of these goes on to the next.
export { EarningsPage as Earnings } from './earnings-page.tsx'
export { OverviewPage as Overview } from './overview-page.tsx'
export { PassesPage as Passes } from './passes-page.tsx'
export { TeamPage as Team } from './team-page.tsx'
