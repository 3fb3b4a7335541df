export { unclaimed } from './apply-logs.ts'
export { onChain } from './on-chain.ts'
export { routes } from './routes.ts'
export { paymentsIn, type SeenPayment } from './seen-payment.ts'
