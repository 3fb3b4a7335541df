export { onChain } from './on-chain.ts'
export { routes } from './routes.ts'
