import { problems } from '../../kernel/errors.ts'
import { violations } from '../../kernel/violations.ts'

export const problem = problems('teams', {
  unknown: [404, 'There is no such team'],
  exists: [409, 'This account has a team already'],
  'not-allowed': [403, 'Your role in this team does not allow that'],
  'already-member': [409, 'This person is in the team or has been asked already'],
  full: [409, 'A team has at most 50 members and open invitations'],
  'unknown-member': [404, 'There is no such member'],
  'unknown-invitation': [404, 'This invitation was answered, taken back, or has expired'],
  'holder-stays': [409, 'The account itself is always an owner of its team'],
  'unknown-split': [404, 'The team has no such split'],
})

violations({
  teams_account_id_key: problem.exists,
  team_members_pkey: problem['already-member'],
  team_invitations_team_id_invitee_id_key: problem['already-member'],
})
