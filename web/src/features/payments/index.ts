export { Credits } from './credits.tsx'
export { LogInFirst } from './log-in-first.tsx'
export { actionOf, coinOf } from './pay-terms.ts'
export { TermsBill } from './terms-bill.tsx'
