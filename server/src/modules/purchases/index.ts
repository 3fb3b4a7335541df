export { unclaimed } from './apply-logs.ts'
export { install } from './install.ts'
export { paymentsIn, type SeenPayment } from './seen-payment.ts'
