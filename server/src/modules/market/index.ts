export { listPass } from './list-pass.ts'
export { makeOffer } from './make-offer.ts'
export { onChain } from './on-chain.ts'
export { routes } from './routes.ts'
