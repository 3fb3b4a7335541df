export { actFor } from './acting.ts'
export { onChain } from './on-chain.ts'
export { accountsPaidAt, payoutOf } from './payout.ts'
export { routes } from './routes.ts'
