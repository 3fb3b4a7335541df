export { castVotes } from './cast-votes.ts'
export { createPoll } from './create-poll.ts'
export { install } from './install.ts'
