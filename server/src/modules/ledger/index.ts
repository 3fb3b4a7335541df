export { type Audit, auditLedger, isClean } from './audit/index.ts'
export { onChain } from './on-chain.ts'
export { post } from './post.ts'
export type { Posting } from './rules/types.ts'
