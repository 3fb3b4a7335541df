export { install } from './install.ts'
export { answerInvitation, createTeam, inviteMember, setPayout } from './manage.ts'
export { accountsPaidAt, payoutOf } from './payout.ts'
export { countTeams } from './store.ts'
