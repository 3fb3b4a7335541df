export { install } from './install.ts'
export { tipCounts } from './read.ts'
export { startTip } from './start-tip.ts'
