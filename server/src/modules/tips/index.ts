export { onChain } from './on-chain.ts'
export { tipCounts } from './read.ts'
export { routes } from './routes.ts'
export { startTip } from './start-tip.ts'
