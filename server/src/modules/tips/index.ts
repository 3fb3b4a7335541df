export { install } from './install.ts'
export { startTip } from './start-tip.ts'
