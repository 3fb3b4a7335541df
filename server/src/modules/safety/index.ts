export { install, type SafetyPorts } from './install.ts'
export { blockedPairs, notBlocking, shunnedBy, waitForBlocks } from './read.ts'
