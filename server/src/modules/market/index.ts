export { install } from './install.ts'
export { listPass } from './list-pass.ts'
export { makeOffer } from './make-offer.ts'
export { type PassPrice, pricesOfPasses } from './price-store.ts'
