import { problems } from '../../kernel/errors.ts'

export const problem = problems('access', {
  locked: [403, 'You do not hold what opens this'],
})
