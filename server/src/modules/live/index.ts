export { install } from './install.ts'
export { streamsOnAirFor } from './read.ts'
