import { problems } from '../../kernel/errors.ts'

export const problem = problems('polls', {
  unknown: [404, 'There is no such poll'],
  closed: [409, 'This poll is closed'],
  'unknown-option': [422, 'The poll has no such option'],
  'one-choice': [422, 'This poll takes one choice'],
  'holders-only': [403, 'Only holders of a pass may vote here'],
})
