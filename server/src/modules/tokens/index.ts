export { appraiseTokens } from './appraise.ts'
export { install } from './install.ts'
