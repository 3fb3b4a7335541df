import { problems } from '../../kernel/errors.ts'

export const problem = problems('ledger', {
  'admins-only': [403, 'Only administrators see this'],
})
