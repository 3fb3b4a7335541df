export { appraiseTokens } from './appraise.ts'
export { onChain } from './on-chain.ts'
export { routes } from './routes.ts'
