// The pages of passes in one chunk: their parts are parts of each other, and each chunk's name weighs on every first page. So do these.
export { ClaimPage as Claim } from './claims/claim-page.tsx'
export { Earned } from './earned.tsx'
export { MyPassesPage as Mine } from './my-passes-page.tsx'
export { PassActions as Actions } from './pass-actions.tsx'
export { PassStudio as Studio } from './pass-studio.tsx'
