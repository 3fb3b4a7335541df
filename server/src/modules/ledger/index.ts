export { onChain } from './on-chain.ts'
export { post } from './post.ts'
export type { Posting } from './types.ts'
