import { problems } from '../../kernel/errors.ts'

export const problem = problems('passes', {
  'unknown-tier': [422, 'You have no pass tier with this number'],
  'no-wallet': [409, 'This person has no wallet yet'],
})
